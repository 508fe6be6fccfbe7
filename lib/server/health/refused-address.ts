import 'server-only';
import { BlockList, isIP } from 'node:net';

// Link-local and metadata addresses: nothing that a team means to watch lives there, and secrets do.
const refused = new BlockList();
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addAddress('0.0.0.0', 'ipv4');
refused.addAddress('100.100.100.200', 'ipv4');
refused.addAddress('192.0.0.192', 'ipv4');
refused.addAddress('168.63.129.16', 'ipv4');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6');
refused.addAddress('fd20:ce::254', 'ipv6');
// 169.254.0.0/16 as NAT64 writes it.
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
refused.addAddress('::', 'ipv6');

/** True for an address that is never connected to, also when it hides in an IPv4-mapped IPv6 address. */
export function isRefusedAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return refused.check(address, 'ipv4');
  return family === 6 ? refused.check(address, 'ipv6') : true;
}
