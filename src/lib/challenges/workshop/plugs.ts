export const plugNames = ['power', 'usb', 'usbC', 'hdmi', 'ethernet', 'jack', 'phoneLine'] as const;
export type PlugName = (typeof plugNames)[number];

/** Whether the end of a cable goes into a port: each plug into its own kind. */
export function isFit(end: PlugName, port: PlugName): boolean {
  return end === port;
}
