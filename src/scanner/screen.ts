import { CANVAS, Game, Renderer, Scale, Scene, WEBGL } from 'phaser';
import { webglIsHardware } from './renderer-pick.ts';
import type { ScannerOptions } from './scanner.ts';
import { ScannerError } from './scanner-error.ts';

/** Phaser's canvas in the page, drawn only when asked. */
export interface Screen {
  readonly scene: Scene;
  readonly canvas: HTMLCanvasElement;
  /** Draws once before the next repaint of the page, however often it is asked. */
  redraw(): void;
  /** Calls `prepare` before every drawing, for work that need not be done more often. */
  beforeDraw(prepare: () => void): void;
  /** Calls `step` before each repaint until it answers false. */
  animate(step: (nowMs: number) => boolean): void;
  resize(width: number, height: number, pixelRatio: number): void;
  destroy(): void;
}

/**
 * WebGL where a graphics card does it. A software GL draws a screen several times slower than a 2D canvas,
 * which then takes its place; so it does where there is no WebGL at all.
 */
async function rendererType(renderer: ScannerOptions['renderer']): Promise<typeof WEBGL | typeof CANVAS> {
  if (renderer === 'webgl') return WEBGL;
  if (renderer === 'canvas') return CANVAS;
  return (await webglIsHardware()) ? WEBGL : CANVAS;
}

/**
 * A game that does not follow the page's focus and visibility: it is drawn when asked. Phaser's handlers of them could not
 * be taken away again, and would stay in the page with every game that ever was.
 */
class DrawnGame extends Game {
  protected override start(): void {
    const { onblur, onfocus } = window;
    document.addEventListener = () => {};
    try {
      super.start();
    } finally {
      Reflect.deleteProperty(document, 'addEventListener');
      Object.assign(window, { onblur, onfocus });
    }
  }
}

/** Starts Phaser with nothing but its renderer: input, sound and the endless loop are off. */
function gameStart(parent: HTMLElement, type: typeof WEBGL | typeof CANVAS): Promise<Scene> {
  return new Promise((resolve, reject) => {
    class ScannerScene extends Scene {
      create(): void {
        resolve(this);
      }
    }
    try {
      new DrawnGame({
        type,
        parent,
        width: 1,
        height: 1,
        backgroundColor: '#000000',
        banner: false,
        autoFocus: false,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        disableContextMenu: false,
        scale: { mode: Scale.NONE },
        // It is drawn on demand: what was drawn last must outlive any repaint of the page.
        render: { antialias: true, antialiasGL: false, preserveDrawingBuffer: true },
        scene: ScannerScene,
      });
    } catch (cause) {
      reject(new ScannerError('no_renderer', { code: 'screenWithoutRenderer' }, { cause }));
    }
  });
}

/** The whole parent is covered by the canvas, which never makes the parent grow. */
function canvasAttach(parent: HTMLElement, canvas: HTMLCanvasElement): void {
  if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    display: 'block',
    touchAction: 'none',
    userSelect: 'none',
  });
  canvas.setAttribute('aria-hidden', 'true');
}

/** @param onLost told when the graphics card no longer draws; nothing is seen any longer then */
export async function screenCreate(
  parent: HTMLElement,
  renderer: ScannerOptions['renderer'],
  onLost: () => void,
): Promise<Screen> {
  const scene = await gameStart(parent, await rendererType(renderer));
  const { game } = scene;
  const { canvas } = game;
  canvasAttach(parent, canvas);
  game.loop.sleep();
  let request: number | null = null;
  let prepare = () => {};
  let steps: ((nowMs: number) => boolean)[] = [];

  function draw(nowMs: number): void {
    request = null;
    steps = steps.filter((step) => step(nowMs));
    prepare();
    game.loop.tick();
    if (steps.length > 0) redraw();
  }
  function redraw(): void {
    request ??= requestAnimationFrame(draw);
  }
  game.renderer.on(Renderer.Events.LOSE_WEBGL, onLost);

  return {
    scene,
    canvas,
    redraw,
    beforeDraw(next) {
      prepare = next;
    },
    animate(step) {
      steps.push(step);
      redraw();
    },
    resize(width, height, pixelRatio) {
      game.scale.resize(width, height);
      canvas.style.width = `${width / pixelRatio}px`;
      canvas.style.height = `${height / pixelRatio}px`;
      redraw();
    },
    destroy() {
      if (request !== null) cancelAnimationFrame(request);
      // Phaser forgets this one: its canvases stay in a pool of the page, and hold the game with all that it holds.
      game.textures.tileSprite.destroy();
      game.destroy(true);
      game.loop.tick();
    },
  };
}
