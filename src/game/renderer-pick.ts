/** Names under which WebGL runs on the processor: SwiftShader, Mesa's llvmpipe and softpipe, Windows' WARP. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function rendererIsSoftware(name: string): boolean {
  return SOFTWARE.test(name);
}

/** Whether WebGL here is drawn by a graphics card. */
export function webglIsHardware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (gl === null) return false;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(unmasked === null ? gl.RENDERER : unmasked.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !rendererIsSoftware(String(name));
}
