/** A shape of an avatar: its colour, its outline, and the width of the line when it is a line. */
export type AvatarShape = readonly [colour: string, path: string, line?: number];

interface AvatarDrawing {
  readonly ground: string;
  /** Back to front, in a disc of 64 by 64. */
  readonly shapes: readonly AvatarShape[];
}

export const avatarNames = [
  'heron',
  'fox',
  'owl',
  'hedgehog',
  'snail',
  'cedar',
  'boat',
  'lantern',
  'kettle',
  'bicycle',
  'kite',
  'teapot',
] as const;
export type AvatarName = (typeof avatarNames)[number];

/** The drawings of `Avatar.svelte`, drawn for this product; each tells itself from the others by its outline alone. */
export const avatars: Readonly<Record<AvatarName, AvatarDrawing>> = {
  heron: {
    ground: '#cfe4ea',
    shapes: [
      ['#8a5a2a', 'M27 46v18m7-18v18', 2],
      ['#4d6f8c', 'M10 49c3-12 14-17 25-13 5 2 7 4 7 7-6 7-19 10-32 6z'],
      ['#4d6f8c', 'M38 41c8-5 4-10 2-14s-1-10 5-10', 5],
      ['#4d6f8c', 'M39 17a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0'],
      ['#e0892f', 'M48 13.5l14 4.5-14 2.5z'],
      ['#1b2430', 'M43 13c-5-2-9-1-13 2M46 16h.01', 2.5],
      ['#87a5bb', 'M14 47c5-7 12-9 21-7-4 6-12 9-21 7z'],
    ],
  },
  fox: {
    ground: '#f7e3c4',
    shapes: [
      ['#c8602a', 'M10 12l15 9h14l15-9-2 25-20 19-20-19z'],
      ['#fff8ee', 'M12 36c8-2 15 3 20 12 5-9 12-14 20-12L32 57z'],
      ['#5a2c17', 'M14 18l7 5-6 7zm36 0l-7 5 6 7z'],
      ['#1b2430', 'M24 34h.01m15.99 0h.01', 5],
      ['#1b2430', 'M28 50h8l-4 6z'],
    ],
  },
  owl: {
    ground: '#d9e6d3',
    shapes: [
      [
        '#7a5740',
        'M13 12c6 4 9 4 19 4s13 0 19-4c2 6 2 12 1 18v12c0 12-9 18-20 18s-20-6-20-18V30c-1-6-1-12 1-18z',
      ],
      ['#b98f6a', 'M22 42c6 4 14 4 20 0 0 9-4 14-10 14s-10-5-10-14z'],
      ['#fff8ee', 'M14 29a9 9 0 1 0 18 0a9 9 0 1 0-18 0m18 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0'],
      ['#1b2430', 'M24 29h.01m15.99 0h.01', 8],
      ['#f2b45c', 'M28 35h8l-4 8z'],
    ],
  },
  hedgehog: {
    ground: '#eadff0',
    shapes: [
      ['#5c4336', 'M6 46l4-7-3-7 7-4 0-8 8 0 4-7 7 4 7-4 4 7 8 1 0 8 6 5-4 5 4 7z'],
      ['#e3b98c', 'M34 48c-2-10 2-18 9-18 6 0 9 6 17 12 2 3 0 6-4 6z'],
      ['#1b2430', 'M45 38h.01', 4],
      ['#1b2430', 'M55 41a3 3 0 1 0 6 0a3 3 0 1 0-6 0'],
      ['#e3b98c', 'M16 47v5m12-5v5m16-4v4', 5],
    ],
  },
  snail: {
    ground: '#dcebc8',
    shapes: [
      ['#c79a5b', 'M8 52c0-4 6-4 12-5h20c6 0 7-4 7-10v-8c0-5 8-5 8 0v10c0 9-6 14-15 14H11c-2 0-3 0-3-1z'],
      ['#c79a5b', 'M49 28l-3-10m7 10 4-10', 2.5],
      ['#1b2430', 'M46 17h.01m10.99 0h.01', 5],
      ['#a8482f', 'M10 34a16 16 0 1 0 32 0a16 16 0 1 0-32 0'],
      ['#f6d9b0', 'M35 40a10 10 0 1 1-1-13 7 7 0 1 1-11 9 4 4 0 1 1 6-1', 3],
    ],
  },
  cedar: {
    ground: '#d3e4f3',
    shapes: [
      ['#6b4a3a', 'M29 40h6v24h-6z'],
      ['#2f6b4f', 'M32 4l9 11H23zM32 12l15 13H17zM32 22l21 14H11zM32 32l25 15H7z'],
      [
        '#5d9a78',
        'M32 4l4 5c-4 3-7 4-11 4zM32 16l5 4c-4 3-9 4-15 4zM32 27l6 4c-6 3-14 4-22 4zM32 37l7 4c-8 4-18 5-27 5z',
      ],
    ],
  },
  boat: {
    ground: '#cfe4ea',
    shapes: [
      ['#6b4a3a', 'M31 8h3v38h-3z'],
      ['#fff8ee', 'M29 12v28H12z'],
      ['#d97a35', 'M36 8c10 8 15 18 16 32H36z'],
      ['#0b5155', 'M8 43h48l-8 12H16z'],
      ['#4f8fb0', 'M0 56c6-4 10-4 16 0s10 4 16 0 10-4 16 0 10 4 16 0v10H0z'],
    ],
  },
  lantern: {
    ground: '#2c4a63',
    shapes: [
      ['#f2b45c', 'M22 14a10 9 0 0 1 20 0', 3],
      ['#d9a24a', 'M21 15h22l3 7H18z'],
      ['#fff1c9', 'M20 22h24v26H20z'],
      ['#f0932b', 'M32 27c6 7 6 9 6 12a6 6 0 0 1-12 0c0-3 2-6 6-12z'],
      ['#fff1c9', 'M32 36c2 3 2.5 4 2.5 5.5a2.5 2.5 0 0 1-5 0c0-1.5.5-2.5 2.5-5.5z'],
      ['#d9a24a', 'M18 47h28l2 8H16zM20 22h2.5v26H20zm21.5 0H44v26h-2.5z'],
    ],
  },
  kettle: {
    ground: '#f6dcd2',
    shapes: [
      ['#1b2430', 'M18 26c0-22 28-22 28 0', 4],
      ['#3f6fa0', 'M14 50c0-16 6-26 18-26s18 10 18 26c0 2-1 3-3 3H17c-2 0-3-1-3-3z'],
      ['#3f6fa0', 'M44 30l13-5-8 20z'],
      ['#8fb6d8', 'M19 46c0-8 2-13 6-16 2-1 4 1 3 3-3 4-4 8-4 13 0 3-5 3-5 0z'],
      ['#1b2430', 'M29 21a3 3 0 1 0 6 0a3 3 0 1 0-6 0M16 53h32v3H16z'],
    ],
  },
  bicycle: {
    ground: '#f9e7b8',
    shapes: [
      ['#1b2430', 'M7 42a10 10 0 1 0 20 0a10 10 0 1 0-20 0m30 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 3],
      ['#b23a2e', 'M17 42l8-17h16l-10 17zM31 42l-8-21M47 42l-8-22', 3.5],
      ['#1b2430', 'M18 20h10M38 20l-1-5h8', 3.5],
      ['#1b2430', 'M31 42h.01', 7],
    ],
  },
  kite: {
    ground: '#d3e4f3',
    shapes: [
      ['#d4553a', 'M38 6l16 16-16 4z'],
      ['#f2b45c', 'M38 6L22 22l16 4z'],
      ['#0b5155', 'M22 22l16 4-10 18z'],
      ['#3f8f86', 'M54 22l-16 4-10 18z'],
      ['#1b2430', 'M28 44c-2 8-10 2-12 8s-4 5-8 6', 2.5],
      ['#d4553a', 'M20 44l3 6-7 1zM9 50l6 3-5 5z'],
    ],
  },
  teapot: {
    ground: '#e2e8d0',
    shapes: [
      ['#a44a5e', 'M46 30c14-4 14 18-1 16', 4.5],
      ['#a44a5e', 'M20 46C12 44 14 34 5 31l5-4c9 2 10 8 14 9z'],
      ['#a44a5e', 'M14 40c0-8 8-14 19-14s19 6 19 14-6 16-12 16H26c-6 0-12-8-12-16z'],
      ['#7c3245', 'M23 27c1-5 19-5 20 0zM30 20a3 3 0 1 0 6 0a3 3 0 1 0-6 0M25 55h16v3H25z'],
      ['#f6d9e0', 'M33 35c3-4 9-1 7 4-1 3-4 5-7 8-3-3-6-5-7-8-2-5 4-8 7-4z'],
    ],
  },
};
