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

function cartoon(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, random() < 0.5 ? grey(0) : colourAny(random));
  for (let i = 0; i < 6; i++) {
    const colour = colourAny(random);
    const [cx, cy] = [some(random, 0.2, 0.8) * width, some(random, 0.2, 0.8) * height];
    const [rx, ry] = [some(random, 0.05, 0.3) * width, some(random, 0.05, 0.35) * height];
    disc(sheet, cx, cy, rx + 4, ry + 4, grey(0));
    disc(sheet, cx, cy, rx, ry, colour);
  }
  return lumaOf(sheet, random);
}

/** A slice of cake, a lamp's cone, a road to the horizon: flat, and shaped as a probe's fan. */
function cone(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(0));
  const [apexX, apexY] = [some(random, 0.4, 0.6) * width, some(random, -0.3, 0.05) * height];
  const half = some(random, 0.35, 0.7);
  const [inner, outer] = [some(random, 0.05, 0.35) * height, some(random, 0.8, 1) * height - apexY];
  const [near, far] = [some(random, 120, 250), some(random, 40, 160)];
  const bands = Math.floor(some(random, 2, 7));
  paint(sheet, (x, y) => {
    const r = Math.hypot(x - apexX, y - apexY);
    if (Math.abs(Math.atan2(x - apexX, y - apexY)) > half || r < inner || r > outer) return null;
    const t = (r - inner) / (outer - inner);
    return grey(near + (far - near) * (bands < 4 ? t : Math.floor(t * bands) / bands));
  });
  return lumaOf(sheet, random);
}

function coneOfNoise(width: number, height: number, random: Random): Uint8Array {
  const flat = cone(width, height, random);
  return flat.map((level) => (level === 0 ? 0 : Math.max(1, Math.min(255, level + 90 * (random() - 0.5)))));
}

function gradient(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(0));
  const [one, other] = [colourAny(random), colourAny(random)];
  const turn = some(random, 0, 6.28);
  const isRound = random() < 0.5;
  paint(sheet, (x, y) => {
    const [u, v] = [x / width - 0.5, y / height - 0.5];
    const t = isRound
      ? Math.min(1, 1.6 * Math.hypot(u, v))
      : 0.5 + 0.7 * (u * Math.cos(turn) + v * Math.sin(turn));
    return [0, 1, 2].map((i) => one[i]! + (other[i]! - one[i]!) * t) as unknown as Colour;
  });
  return lumaOf(sheet, random, random() < 0.5 ? 0 : 2);
}

function page(width: number, height: number, random: Random): Uint8Array {
  const isDark = random() < 0.5;
  const sheet = sheetOf(width, height, grey(isDark ? 0 : 255));
  const size = some(random, 8, 22);
  for (let y = size; y < height - size; y += 1.6 * size) {
    const left = random() < 0.2 ? 0.2 * width : 0.08 * width;
    writing(
      sheet,
      random,
      left,
      y,
      ((0.9 - 0.3 * random()) * width - left) / (0.75 * size),
      size,
      grey(isDark ? 230 : 20),
    );
  }
  return lumaOf(sheet, random);
}

function desktop(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, [some(random, 0, 60), some(random, 0, 90), some(random, 20, 120)]);
  for (let i = 0; i < 3; i++) {
    const [x, y, w, h] = [
      some(random, 0, 0.5) * width,
      some(random, 0, 0.4) * height,
      some(random, 0.3, 0.6) * width,
      some(random, 0.3, 0.6) * height,
    ];
    box(sheet, x, y, w, h, grey(some(random, 30, 245)));
    box(sheet, x, y, w, 18, grey(some(random, 60, 200)));
    for (let row = 0; row < 8; row++)
      writing(
        sheet,
        random,
        x + 8,
        y + 26 + row * 16,
        Math.floor(w / 12),
        10,
        grey(random() < 0.5 ? 20 : 160),
      );
  }
  box(sheet, 0, height - 26, width, 26, grey(30));
  for (let i = 0; i < 7; i++) box(sheet, 8 + i * 30, height - 22, 18, 18, colourAny(random));
  return lumaOf(sheet, random);
}

/** A picture with the soft, coarse to fine unevenness of what cameras see, and a few things with edges in it. */
function photograph(width: number, height: number, random: Random): Uint8Array {
  const base = clouds(random, width, height, 128, 7, some(random, 0.45, 0.65));
  const shade = clouds(random, width, height, 256, 2, 0.5);
  const [level, contrast] = [some(random, 70, 150), some(random, 35, 75)];
  const out = Uint8Array.from(base, (v, i) =>
    Math.max(0, Math.min(255, level + contrast * v + 40 * shade[i]! + 6 * (random() - 0.5))),
  );
  for (let k = 0; k < 4; k++) {
    const [cx, cy, rx, ry] = [
      random() * width,
      random() * height,
      some(random, 0.05, 0.25) * width,
      some(random, 0.05, 0.25) * height,
    ];
    const step = some(random, -70, 70);
    for (let i = 0; i < out.length; i++) {
      if ((((i % width) - cx) / rx) ** 2 + ((Math.floor(i / width) - cy) / ry) ** 2 < 1)
        out[i] = Math.max(0, Math.min(255, out[i]! + step));
    }
  }
  return out;
}

function chart(width: number, height: number, random: Random): Uint8Array {
  const isDark = random() < 0.6;
  const sheet = sheetOf(width, height, grey(isDark ? 0 : 250));
  const bars = Math.floor(some(random, 4, 12));
  const slot = (0.8 * width) / bars;
  for (let i = 0; i < bars; i++) {
    const tall = some(random, 0.15, 0.75) * height;
    box(sheet, 0.1 * width + i * slot, 0.9 * height - tall, 0.7 * slot, tall, colourAny(random));
  }
  for (let k = 0; k < 5; k++) box(sheet, 0.1 * width, (0.15 + 0.15 * k) * height, 0.8 * width, 1, grey(110));
  writing(sheet, random, 0.1 * width, 0.03 * height, 20, 12, grey(isDark ? 220 : 30));
  return lumaOf(sheet, random);
}

function pie(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(random() < 0.6 ? 0 : 255));
  const [cx, cy, r] = [width / 2, height / 2, 0.42 * Math.min(width, height)];
  const cuts = Array.from({ length: 5 }, () => random() * 6.28).sort((a, b) => a - b);
  const colours = cuts.map(() => colourAny(random));
  paint(sheet, (x, y) => {
    if (Math.hypot(x - cx, y - cy) > r) return null;
    const angle = Math.atan2(y - cy, x - cx) + Math.PI;
    return colours[cuts.filter((cut) => cut < angle).length % 5]!;
  });
  return lumaOf(sheet, random);
}

function face(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(random() < 0.5 ? 0 : 255));
  const [cx, cy, r] = [
    some(random, 0.4, 0.6) * width,
    0.5 * height,
    some(random, 0.28, 0.45) * Math.min(width, height),
  ];
  const skin: Colour = [some(random, 150, 240), some(random, 110, 200), some(random, 90, 170)];
  disc(sheet, cx, cy, r * 0.8, r, skin);
  for (const side of [-1, 1]) {
    disc(sheet, cx + side * 0.33 * r, cy - 0.2 * r, 0.14 * r, 0.1 * r, grey(250));
    disc(sheet, cx + side * 0.33 * r, cy - 0.2 * r, 0.06 * r, 0.06 * r, grey(20));
  }
  disc(sheet, cx, cy + 0.1 * r, 0.08 * r, 0.18 * r, skin.map((v) => v - 30) as unknown as Colour);
  disc(sheet, cx, cy + 0.48 * r, 0.3 * r, 0.09 * r, [170, 60, 60]);
  return lumaOf(sheet, random, random() < 0.5 ? 0 : 3);
}

function squares(width: number, height: number, random: Random): Uint8Array {
  const modules = Math.floor(some(random, 21, 41));
  const side = Math.floor((0.8 * Math.min(width, height)) / modules);
  const sheet = sheetOf(width, height, grey(255));
  const [left, top] = [(width - side * modules) / 2, (height - side * modules) / 2];
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (random() < 0.5) box(sheet, left + column * side, top + row * side, side, side, grey(0));
    }
  }
  return lumaOf(sheet, random);
}

function checkers(width: number, height: number, random: Random): Uint8Array {
  const cell = some(random, 6, 60);
  const [one, other] = [grey(some(random, 0, 60)), grey(some(random, 120, 255))];
  const sheet = sheetOf(width, height, one);
  paint(sheet, (x, y) => ((Math.floor(x / cell) + Math.floor(y / cell)) % 2 === 0 ? other : null));
  return lumaOf(sheet, random);
}

function map(width: number, height: number, random: Random): Uint8Array {
  const land = clouds(random, width, height, 160, 4, 0.5);
  const sea = some(random, -0.3, 0.2);
  const out = Uint8Array.from(land, (v) =>
    v < sea ? 70 : v < sea + 0.06 ? 200 : 150 + 12 * Math.floor(6 * v),
  );
  const sheet = sheetOf(width, height, grey(0));
  paint(sheet, (x, y) => grey(out[Math.floor(y) * width + Math.floor(x)]!));
  for (let i = 0; i < 8; i++)
    line(
      sheet,
      [random() * width, random() * height],
      [random() * width, random() * height],
      some(random, 1, 4),
      grey(240),
    );
  for (let i = 0; i < 10; i++) writing(sheet, random, random() * width, random() * height, 7, 9, grey(20));
  return lumaOf(sheet, random);
}

function table(width: number, height: number, random: Random): Uint8Array {
  const isDark = random() < 0.5;
  const sheet = sheetOf(width, height, grey(isDark ? 20 : 250));
  const [rows, columns] = [Math.floor(some(random, 6, 14)), Math.floor(some(random, 3, 7))];
  const [w, h] = [(0.9 * width) / columns, (0.9 * height) / rows];
  for (let row = 0; row < rows; row++) {
    if (row % 2 === 0)
      box(sheet, 0.05 * width, 0.05 * height + row * h, 0.9 * width, h, grey(isDark ? 45 : 225));
    for (let column = 0; column < columns; column++) {
      writing(
        sheet,
        random,
        0.06 * width + column * w,
        0.06 * height + row * h + 0.2 * h,
        Math.floor(w / 14),
        Math.min(12, 0.6 * h),
        grey(isDark ? 210 : 40),
      );
    }
  }
  return lumaOf(sheet, random);
}

/** White noise, as a channel without a signal. */
function snow(width: number, height: number, random: Random): Uint8Array {
  const [low, high] = [some(random, 0, 60), some(random, 150, 255)];
  return Uint8Array.from({ length: width * height }, () => some(random, low, high));
}

/** A night sky, fireworks or a monitor in a dark room: something bright and even amid black. */
function glow(width: number, height: number, random: Random): Uint8Array {
  const sheet = sheetOf(width, height, grey(0));
  const [cx, cy, r] = [
    some(random, 0.3, 0.7) * width,
    some(random, 0.3, 0.7) * height,
    some(random, 0.3, 0.6) * height,
  ];
  paint(sheet, (x, y) => grey(230 * Math.exp(-(((x - cx) / r) ** 2 + ((y - cy) / r) ** 2) * 2)));
  return lumaOf(sheet, random, 2);
}

function stripes(width: number, height: number, random: Random): Uint8Array {
  const turn = some(random, 0, 3.14);
  const period = some(random, 8, 50);
  const sheet = sheetOf(width, height, grey(0));
  paint(sheet, (x, y) =>
    grey(128 + 110 * Math.sin(((x * Math.cos(turn) + y * Math.sin(turn)) * 6.283) / period)),
  );
  return lumaOf(sheet, random);
}

/** Bricks and tiles: level rows with their own grain, as a photograph of a wall. */
function wall(width: number, height: number, random: Random): Uint8Array {
  const grain = clouds(random, width, height, 16, 4, 0.7);
  const [tall, long] = [some(random, 18, 46), some(random, 50, 110)];
  const tints = Array.from({ length: 4096 }, () => some(random, -25, 25));
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const row = Math.floor(Math.floor(i / width) / tall);
    const x = (i % width) + (row % 2) * (long / 2);
    const isJoint = Math.floor(i / width) % tall < 3 || x % long < 3;
    const level = isJoint ? 170 : 105 + tints[(row * 67 + Math.floor(x / long)) % 4096]! + 22 * grain[i]!;
    return Math.max(0, Math.min(255, level));
  });
}

/** A photograph in the frame of a slide, on black. */
function slide(width: number, height: number, random: Random): Uint8Array {
  const scene = clouds(random, width, height, 96, 7, some(random, 0.5, 0.7));
  const [left, top] = [some(random, 0.08, 0.2) * width, some(random, 0.08, 0.2) * height];
  return Uint8Array.from(scene, (v, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isIn = x > left && x < width - left && y > top && y < height - top;
    return isIn ? clamped(120 + 60 * v) : 0;
  });
}

/** A photograph cut out as a slice of cake. */
function slice(width: number, height: number, random: Random): Uint8Array {
  const scene = clouds(random, width, height, 64, 7, some(random, 0.5, 0.75));
  const [apexX, apexY, half] = [width / 2, -0.1 * height, some(random, 0.4, 0.6)];
  return Uint8Array.from(scene, (v, i) => {
    const [x, y] = [(i % width) - apexX, Math.floor(i / width) - apexY];
    const r = Math.hypot(x, y);
    return Math.abs(Math.atan2(x, y)) < half && r > 0.3 * height && r < 1.05 * height
      ? clamped(110 + 60 * v)
      : 0;
  });
}

/** Ripples on water from above. */
function water(width: number, height: number, random: Random): Uint8Array {
  const waves = Array.from(
    { length: 7 },
    () => [some(random, -0.3, 0.3), some(random, -0.3, 0.3), 6.28 * random()] as const,
  );
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const sum = waves.reduce((total, [u, v, phase]) => total + Math.sin(u * x + v * y + phase), 0);
    return clamped(110 + 22 * sum + 4 * (random() - 0.5));
  });
}

/** The kinds of picture that the bounds of `echo-likeness.ts` were set by. */
export const KNOWN: Readonly<Record<string, Draw>> = {
  cartoon,
  cone,
  coneOfNoise,
  gradient,
  page,
  desktop,
  photograph,
  chart,
  pie,
  face,
  squares,
  checkers,
  map,
  table,
  snow,
  glow,
  stripes,
  wall,
  slide,
  slice,
  water,
};
