import type { Sound } from '../start.ts';

/** How a sound is heard: seconds, and a volume in per cent. */
export interface Hearing {
  readonly from: number;
  readonly to: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly volume: number;
}

/**
 * Plays the part of a sound between two moments, with its fades; returns what stops it. Where a device has no Web Audio
 * nothing is heard: the drawing says the same.
 */
export function playSound(
  sound: Sound,
  { from, to, fadeIn, fadeOut, volume }: Hearing,
  onend: () => void,
): () => void {
  if (typeof AudioContext === 'undefined') {
    onend();
    return () => undefined;
  }
  const context = new AudioContext();
  const whole = context.createGain();
  whole.connect(context.destination);
  const now = context.currentTime;
  const level = (0.2 * volume) / 100;
  const length = to - from;
  whole.gain.setValueAtTime(fadeIn > 0 ? 0 : level, now);
  whole.gain.linearRampToValueAtTime(level, now + Math.min(fadeIn, length));
  whole.gain.setValueAtTime(level, now + Math.max(0, length - fadeOut));
  whole.gain.linearRampToValueAtTime(fadeOut > 0 ? 0 : level, now + length);
  for (const part of sound.parts) {
    const begin = Math.max(part.from, from) - from;
    const end = Math.min(part.to, to) - from;
    if (end <= begin || part.kind === 'silence') continue;
    const source = part.kind === 'noise' ? noise(context) : tone(context, part.kind === 'voice' ? 150 : 440);
    source.connect(whole);
    source.start(now + begin);
    source.stop(now + end);
  }
  const timer = setTimeout(stop, length * 1000);
  function stop(): void {
    clearTimeout(timer);
    void context.close();
    onend();
  }
  return stop;
}

function tone(context: AudioContext, hertz: number): OscillatorNode {
  const source = context.createOscillator();
  source.type = hertz < 200 ? 'sawtooth' : 'triangle';
  source.frequency.value = hertz;
  const wave = context.createOscillator();
  const depth = context.createGain();
  wave.frequency.value = hertz < 200 ? 4 : 1.5;
  depth.gain.value = hertz / 6;
  wave.connect(depth).connect(source.frequency);
  wave.start();
  return source;
}

function noise(context: AudioContext): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let last = 1;
  for (let index = 0; index < samples.length; index += 1) {
    // A plain congruential generator: noise need not be secret, nor differ each time.
    last = (last * 48_271) % 2_147_483_647;
    samples[index] = (last / 1_073_741_823 - 1) * 0.4;
  }
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  return source;
}
