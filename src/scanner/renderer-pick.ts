/** Names under which WebGL runs on the processor: SwiftShader, Mesa's llvmpipe and softpipe, Windows' WARP. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function rendererIsSoftware(name: string): boolean {
  return SOFTWARE.test(name);
}

let asked: Promise<boolean> | null = null;

/**
 * Whether WebGL here is drawn by a graphics card. The browser may take half a second to start a software GL only to be
 * asked: a worker waits for it, once a visit, and images run on meanwhile.
 */
export function webglIsHardware(): Promise<boolean> {
  asked ??= new Promise((resolve) => {
    const worker = new Worker(new URL('./renderer.worker.ts', import.meta.url), {
      type: 'module',
      name: 'renderer',
    });
    const end = (isHardware: boolean): void => {
      worker.terminate();
      resolve(isHardware);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) =>
      end(data !== null && !rendererIsSoftware(data)),
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(false);
    });
  });
  return asked;
}
