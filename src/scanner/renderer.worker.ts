/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(name: string | null): void;
}

/** Name of what draws WebGL here; null where nothing does, or the browser itself calls it slow. */
function rendererName(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (gl === null) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(unmasked === null ? gl.RENDERER : unmasked.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}

(self as unknown as WorkerScope).postMessage(rendererName());
