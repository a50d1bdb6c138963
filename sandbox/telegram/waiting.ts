import { ControlError } from '../kit/control.ts';
import type { ChatView } from './view.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 5000;

/** Waits, in real time, until a chat looks as wanted; the error says what it looked like instead. */
export function waitForView(
  world: World,
  look: () => ChatView,
  predicate: (view: ChatView) => boolean,
  timeoutMs = PATIENCE_MS,
): Promise<ChatView> {
  const now = look();
  if (predicate(now)) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const watcher = (): void => {
      const view = look();
      if (!predicate(view)) return;
      clearTimeout(timer);
      world.watchers.delete(watcher);
      resolve(view);
    };
    const timer = setTimeout(() => {
      world.watchers.delete(watcher);
      const seen = look()
        .messages.slice(-5)
        .map((message) => `${message.from.name}: ${message.text}`);
      reject(
        new ControlError(
          `the chat did not come to look as wanted within ${timeoutMs} ms; last messages:\n${seen.join('\n')}`,
        ),
      );
    }, timeoutMs);
    world.watchers.add(watcher);
  });
}
