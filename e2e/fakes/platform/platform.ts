import http from 'node:http';
import { controlListener } from './control';
import { InstanceServer } from './instance-server';
import { applyOrder, type Order } from './order';
import { healthyPlatform, INSTANCES, type InstanceName, type PlatformState } from './state';

/** Where each instance listens. */
export type Ports = Record<InstanceName, number>;

/** The whole stand-in: two instances and the door to steer them. */
export class Platform {
  state: PlatformState = healthyPlatform();
  readonly #servers: Record<InstanceName, InstanceServer>;
  readonly #control: http.Server;

  constructor(ports: Ports) {
    const control = controlListener(this);
    const server = (name: InstanceName) => new InstanceServer(name, ports[name], () => this.state[name], control);
    this.#servers = { blue: server('blue'), green: server('green') };
    this.#control = http.createServer(control);
  }

  /** Opens all ports. Answers the address to steer it, which stays open when both instances are off. */
  async open(): Promise<string> {
    for (const name of INSTANCES) await this.#servers[name].follow(false);
    await new Promise<void>((resolve) => this.#control.listen(0, '127.0.0.1', resolve));
    const address = this.#control.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/_control`;
  }

  /** Settles when the ports are as the order wants them. */
  async obey(order: Order): Promise<void> {
    const before = this.state;
    this.state = applyOrder(before, order);
    for (const name of INSTANCES) await this.#servers[name].follow(before[name].mode !== this.state[name].mode);
  }

  close(): void {
    this.#control.close();
    this.#control.closeAllConnections();
    for (const name of INSTANCES) this.#servers[name].close();
  }
}
