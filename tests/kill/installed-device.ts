import { rm } from 'node:fs/promises';
import { Device, readyOffline } from '../journeys/device.ts';
import { ServerProcess } from '../journeys/server-process.ts';

/** A device on which the application was installed once, with its server: other devices begin as copies of it. */
export class InstalledDevice {
  readonly device: Device;
  readonly #server: ServerProcess;

  private constructor(device: Device, server: ServerProcess) {
    this.device = device;
    this.#server = server;
  }

  static async new(): Promise<InstalledDevice> {
    const server = await ServerProcess.started();
    const device = await Device.new();
    try {
      const page = await device.open();
      await page.goto(server.address);
      await readyOffline(page);
      await device.close();
      return new InstalledDevice(device, server);
    } catch (error) {
      await device.remove();
      await server.stop('SIGKILL');
      throw error;
    }
  }

  get address(): string {
    return this.#server.address;
  }

  async remove(): Promise<void> {
    await this.device.remove();
    await this.#server.stop();
    await rm(this.#server.dataDirectory, { recursive: true, force: true });
  }
}
