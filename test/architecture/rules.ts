/**
 * Who may import what, one line each; the first line whose `files` match decides. `*` stands for anything within a name,
 * `**` for anything, `{x}` for one folder name that means the same folder in `may`. Whatever is not allowed is refused,
 * and so is a folder that no line speaks of.
 */
export interface ImportRule {
  readonly files: string;
  readonly may: readonly string[];
  readonly except?: readonly string[];
}

const outside = ['sandbox/**', 'demo/**', 'test/**', 'bench/**', 'docs/**', 'main.ts'];

export const importRules: readonly ImportRule[] = [
  { files: 'domain/**', may: ['domain/**'] },
  { files: 'core/**', may: ['core/**', 'domain/**'] },
  { files: 'store/**', may: ['store/**', 'core/**', 'domain/**'] },
  { files: 'documents/**', may: ['documents/**', 'core/**', 'domain/**'] },
  { files: 'prompts/**', may: ['prompts/**', 'core/**', 'domain/**'] },
  { files: 'agency/**', may: ['agency/**', 'jobs/**/*.job.ts', 'core/**', 'domain/**'] },
  { files: 'locales/**', may: ['locales/**', 'core/**', 'domain/**'] },
  { files: 'integrations/{x}/**', may: ['integrations/{x}/**', 'core/**', 'domain/**'] },
  {
    files: 'bot/channels/signal/**',
    may: ['bot/channels/signal/**', 'integrations/signal/**', 'core/**', 'domain/**'],
  },
  { files: 'bot/channels/{x}/**', may: ['bot/channels/{x}/**', 'core/**', 'domain/**'] },
  { files: 'bot/**', may: ['bot/**', 'conversations/**', 'agency/**', 'locales/**', 'core/**', 'domain/**'] },
  {
    files: 'conversations/**',
    may: ['conversations/**', 'agency/**', 'jobs/**/*.job.ts', 'locales/**', 'core/**', 'domain/**'],
  },
  { files: 'jobs/**/*.job.ts', may: ['core/**', 'domain/**'] },
  { files: 'jobs/**', may: ['**'], except: ['conversations/**', 'bot/**', 'web/**', ...outside] },
  { files: 'web/**', may: ['web/**', 'jobs/**/*.job.ts', 'core/**', 'domain/**'] },
  { files: 'sandbox/**', may: ['sandbox/**'] },
  { files: 'config.ts', may: ['config/**'] },
  { files: 'config/**', may: ['config/**', 'config.ts'] },
  { files: 'main.ts', may: ['**'], except: ['test/**', 'bench/**'] },
  { files: 'cli/**', may: ['**'], except: ['test/**', 'bench/**', 'main.ts'] },
  { files: 'demo/**', may: ['**'], except: ['test/**', 'bench/**', 'main.ts'] },
  { files: 'docs/**', may: ['**'], except: ['test/**', 'main.ts'] },
  { files: 'test/**', may: ['**'] },
  { files: 'bench/**', may: ['**'] },
  { files: '*.config.ts', may: ['**'] },
];

/** Packages that only some files see; a package named nowhere here is everybody's. */
export interface PackageRule {
  readonly packages: string;
  readonly files: readonly string[];
  /** Who else may import its types alone. */
  readonly types?: readonly string[];
}

export const packageRules: readonly PackageRule[] = [
  { packages: 'bullmq', files: ['jobs/queue.ts', 'test/**', 'bench/**'] },
  { packages: 'ioredis', files: ['store/redis.ts', 'test/**', 'bench/**'], types: ['store/**', 'jobs/queue.ts'] },
  { packages: 'grammy', files: ['bot/channels/telegram/**', 'test/bot/**', 'test/sandbox/**'] },
  { packages: '@grammyjs/*', files: ['bot/channels/telegram/**', 'test/bot/**', 'test/sandbox/**'] },
  { packages: '@googleapis/*', files: ['integrations/google/**'] },
  { packages: 'google-auth-library', files: ['integrations/google/**'] },
  { packages: 'axios', files: ['integrations/signal/**', 'test/integrations/signal/**'] },
];

/** Things of the language and of Node that only their owners touch; everybody else is handed them. */
export interface UseRule {
  readonly use: Use;
  readonly files: readonly string[];
}

/** What the reader of a source file notices. */
export type Use = 'process.env' | 'the time' | 'chance' | 'console';

export const useRules: readonly UseRule[] = [
  { use: 'process.env', files: ['config.ts', 'test/**', 'bench/**', '*.config.ts'] },
  { use: 'the time', files: ['core/clock.ts', 'sandbox/**', 'test/**', 'bench/**'] },
  { use: 'chance', files: ['core/random.ts', 'sandbox/**', 'test/**', 'bench/**'] },
  { use: 'console', files: ['main.ts', 'cli/**', 'sandbox/**', 'test/**', 'bench/**'] },
];

/** One subject a file, and a file that can be read in one go. */
export const longestFile = 300;
