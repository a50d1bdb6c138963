import { type Sandbox } from '../../sandbox/index.ts';
import { validateRequest } from '../contracts/signal-contract.ts';
import { loadTelegramContract } from '../contracts/telegram-contract.ts';

/** What the product asked of the platforms, as far as it breaks their published descriptions; empty when all is well. */
export function wrongRequests({ ledger }: Sandbox): string[] {
  const contract = loadTelegramContract();
  const telegram = ledger
    .entries({ platform: 'telegram', kind: 'request' })
    .flatMap((entry) =>
      (contract?.validateRequest(entry.method, objectOf(entry.params)) ?? []).map(
        (problem) => `${entry.method}: ${problem}`,
      ),
    );
  const signal = ledger.entries({ platform: 'signal', kind: 'request' }).flatMap((entry) => {
    const [verb = '', path = ''] = entry.method.split(' ');
    const body = Object.keys(objectOf(entry.params)).length === 0 ? undefined : entry.params;
    return validateRequest(verb, path, body).map((problem) => `${entry.method}: ${problem}`);
  });
  return [...new Set([...telegram, ...signal])];
}

/** How many requests there were to check. */
export function requestCount({ ledger }: Sandbox): number {
  return ledger.entries({ kind: 'request' }).length;
}

function objectOf(params: unknown): Readonly<Record<string, unknown>> {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}
