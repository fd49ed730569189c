/**
 * Names under which graphics run on the processor: SwiftShader, Mesa's llvmpipe, lavapipe and softpipe, Windows'
 * WARP ("Microsoft Basic Render Driver"), Apple's software renderer. Inference there takes seconds a frame.
 */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bwarp\b|mesa offscreen/i;

function rendererIsSoftware(name: string): boolean {
  return SOFTWARE.test(name);
}

/** Whether WebGL 2 runs here on real graphics hardware. */
export function webgl2IsHardware(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (gl === null) return false;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const names = [gl.getParameter(gl.RENDERER), gl.getParameter(gl.VENDOR)];
  if (unmasked !== null) names.push(gl.getParameter(unmasked.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !names.some((name) => rendererIsSoftware(String(name)));
}

interface AdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

interface Adapter {
  readonly info?: AdapterInfo;
  readonly isFallbackAdapter?: boolean;
}

interface Gpu {
  requestAdapter(options: { powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

/** Whether WebGPU runs here on real graphics hardware. */
export async function webgpuIsHardware(): Promise<boolean> {
  const gpu = (navigator as Navigator & { gpu?: Gpu }).gpu;
  const adapter = (await gpu?.requestAdapter({ powerPreference: 'high-performance' })) ?? null;
  if (adapter === null || adapter.isFallbackAdapter || adapter.info?.isFallbackAdapter) return false;
  const { vendor, architecture, device, description } = adapter.info ?? {};
  return ![vendor, architecture, device, description].some((name) => rendererIsSoftware(name ?? ''));
}
