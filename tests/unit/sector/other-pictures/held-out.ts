import {
  box,
  type Colour,
  clouds,
  colourAny,
  type Draw,
  disc,
  grey,
  line,
  lumaOf,
  paint,
  type Random,
  sheetOf,
  some,
  writing,
} from './sheet.ts';

const clamped = (level: number): number => Math.max(0, Math.min(255, Math.round(level)));

/** What a lossy codec makes of a picture: eight by eight pixels at a time, coarser levels and a little ringing. */
function blocky(grey: Uint8Array, width: number, step: number): Uint8Array {
  return grey.map((v, i) => clamped(Math.round(v / step) * step + ((i % width) % 8 === 0 ? 1 : 0)));
}

/** A cartoon as a video would have it. */
function comic(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, colourAny(random));
  box(sheet, 0, 0.7 * height, width, 0.3 * height, colourAny(random));
  for (let i = 0; i < 4; i++) {
    const [x, y, r] = [random() * width, some(random, 0.3, 0.7) * height, some(random, 0.08, 0.2) * height];
    disc(sheet, x, y, r + 3, r + 3, grey(5));
    disc(sheet, x, y, r, r, colourAny(random));
    box(sheet, x - 0.5 * r, y + r, r, 1.6 * r, colourAny(random));
  }
  return blocky(lumaOf(sheet, random, 1.5), width, 3);
}

/** Blades of grass: upright strokes of all greens. */
function grass(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, [30, 60, 20]);
  for (let i = 0; i < 500; i++) {
    const [x, y, tall] = [random() * width, random() * height, some(random, 15, 60)];
    const green: Colour = [some(random, 20, 110), some(random, 70, 210), some(random, 10, 80)];
    for (let t = 0; t < tall; t++) box(sheet, x + (0.2 * t * (i % 5) - 0.4 * t) / 4, y - t, 2, 1, green);
  }
  return lumaOf(sheet, random, 3);
}

/** A page of a notebook with handwriting. */
function notebook(width: number, height: number, random: Random): Uint8Array {
  const paper = clouds(random, width, height, 64, 3, 0.5);
  const sheet = sheetOf(width, height, grey(0));
  paint(sheet, (x, y) => grey(215 + 8 * paper[Math.floor(y) * width + Math.floor(x)]!));
  for (let y = 30; y < height; y += 26) box(sheet, 0, y, width, 1, [120, 150, 210]);
  for (let y = 44; y < height - 20; y += 26) {
    let [x, w] = [30, y];
    while (x < width * some(random, 0.6, 0.95)) {
      const next: [number, number] = [x + some(random, 3, 9), y + some(random, -9, 6)];
      line(sheet, [x, w], next, 2, [30, 30, 80]);
      [x, w] = next;
    }
  }
  return lumaOf(sheet, random, 2);
}

function clock(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(some(random, 0, 40)));
  const [cx, cy, r] = [width / 2, height / 2, 0.42 * Math.min(width, height)];
  disc(sheet, cx, cy, r, r, grey(220));
  for (let hour = 0; hour < 12; hour++) {
    const [u, v] = [Math.sin(hour * 0.5236), Math.cos(hour * 0.5236)];
    line(sheet, [cx + 0.85 * r * u, cy + 0.85 * r * v], [cx + 0.95 * r * u, cy + 0.95 * r * v], 5, grey(20));
  }
  for (const share of [0.5, 0.75]) {
    const turn = random() * 6.28;
    line(
      sheet,
      [cx, cy],
      [cx + share * r * Math.sin(turn), cy + share * r * Math.cos(turn)],
      6,
      [150, 30, 30],
    );
  }
  return lumaOf(sheet, random, 2);
}

/** Lights out of focus at night. */
function lights(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(6));
  for (let i = 0; i < 25; i++) {
    const r = some(random, 8, 40);
    disc(sheet, random() * width, random() * height, r, r, colourAny(random));
  }
  return lumaOf(sheet, random, 3);
}

/** A chest radiograph: dark lungs, pale heart, ribs across them, and film grain. */
function radiograph(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(15));
  disc(sheet, width / 2, 0.55 * height, 0.42 * width, 0.5 * height, grey(120));
  for (const side of [-1, 1]) {
    disc(sheet, width / 2 + side * 0.19 * width, 0.5 * height, 0.15 * width, 0.36 * height, grey(60));
    for (let rib = 0; rib < 7; rib++) {
      const y = (0.2 + 0.09 * rib) * height;
      line(sheet, [width / 2, y], [width / 2 + side * 0.32 * width, y + 0.07 * height], 7, grey(95));
    }
  }
  disc(sheet, width / 2 + 0.05 * width, 0.6 * height, 0.12 * width, 0.16 * height, grey(165));
  return lumaOf(sheet, random, 4);
}

function keyboard(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(some(random, 15, 60)));
  const key = some(random, 26, 44);
  for (let row = 0; row < 5; row++) {
    for (let x = 12 + (row % 2) * 0.4 * key; x < width - key; x += key) {
      box(sheet, x, 0.25 * height + row * key, 0.88 * key, 0.88 * key, grey(90));
      writing(sheet, random, x + 0.3 * key, 0.25 * height + (row + 0.25) * key, 1, 0.4 * key, grey(230));
    }
  }
  return lumaOf(sheet, random, 2);
}

/** A game's pixel landscape. */
function pixels(width: number, height: number, random: Random): Uint8Array {
  const side = Math.round(some(random, 8, 20));
  const land = clouds(random, Math.ceil(width / side), Math.ceil(height / side), 12, 3, 0.6);
  const columns = Math.ceil(width / side);
  const tints = Array.from({ length: 6 }, () => some(random, 30, 240));
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const at = Math.floor(Math.floor(i / width) / side) * columns + Math.floor((i % width) / side);
    return tints[Math.max(0, Math.min(5, Math.floor(3 + 3 * land[at]!)))]!;
  });
}

/** A moonlit sky with stars and a skyline. */
function night(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(0));
  paint(sheet, (_, y) => grey(40 + (40 * y) / height));
  for (let i = 0; i < 60; i++) box(sheet, random() * width, random() * 0.6 * height, 2, 2, grey(230));
  disc(sheet, 0.75 * width, 0.2 * height, 30, 30, grey(240));
  for (let x = 0; x < width; x += 50) {
    const tall = some(random, 0.15, 0.5) * height;
    box(sheet, x, height - tall, 46, tall, grey(some(random, 5, 30)));
    for (let k = 0; k < 12; k++)
      box(
        sheet,
        x + 6 + 12 * (k % 3),
        height - tall + 10 + 18 * Math.floor(k / 3),
        6,
        9,
        grey(random() < 0.5 ? 210 : 20),
      );
  }
  return lumaOf(sheet, random, 2);
}

/** Woven cloth seen close. */
function cloth(width: number, height: number, random: Random): Uint8Array {
  const [u, v] = [some(random, 0.5, 1.2), some(random, 0.5, 1.2)];
  const folds = clouds(random, width, height, 160, 3, 0.5);
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return clamped(120 + 30 * Math.sin(u * x) * Math.sin(v * y) + 40 * folds[i]! + 10 * (random() - 0.5));
  });
}

/** A landscape, framed in black: a bright sky above, and dark woods below. */
function landscape(width: number, height: number, random: Random): Uint8Array {
  const [sky, wood] = [clouds(random, width, height, 128, 4, 0.5), clouds(random, width, height, 24, 5, 0.7)];
  const edge = some(random, 0.3, 0.55);
  const [left, top] = [0.12 * width, 0.1 * height];
  return Uint8Array.from(sky, (v, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x < left || x > width - left || y < top || y > height - top) return 0;
    return y < edge * height ? clamped(190 + 35 * v) : clamped(70 + 45 * wood[i]!);
  });
}

/** Planks: long grain from left to right, darker in the joints. */
function planks(width: number, height: number, random: Random): Uint8Array {
  const grain = clouds(random, width, Math.ceil(height), 90, 5, 0.7);
  const tall = some(random, 40, 90);
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const along = grain[((y * 5) % height) * width + Math.floor(x / 5)]!;
    return y % tall < 3 ? 30 : clamped(120 + 35 * along + 5 * (random() - 0.5));
  });
}

/** Kinds of picture that no bound was set by. */
export const HELD_OUT: Readonly<Record<string, Draw>> = {
  comic,
  grass,
  notebook,
  clock,
  lights,
  radiograph,
  keyboard,
  pixels,
  night,
  cloth,
  landscape,
  planks,
};
