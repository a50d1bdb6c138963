import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type FieldCipher } from '../core/cipher.ts';
import { permanent } from '../core/errors.ts';

const algorithm = 'aes-256-gcm';

/**
 * AES-256-GCM with the record id as additional data. A sealed field is `v1.<key id>.<iv>.<tag>.<ciphertext>`, base64url.
 * @param keyHex 64 hex digits
 */
export function createCipher(keyHex: string): FieldCipher {
  const key = Buffer.from(keyHex, 'hex');
  if (key.length !== 32) throw permanent('cipher.bad_key', 'the encryption key is 64 hex digits');
  const keyId = createHash('sha256').update(key).digest('base64url').slice(0, 8);
  return {
    seal: (plain, recordId) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(recordId));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [
        'v1',
        keyId,
        iv.toString('base64url'),
        cipher.getAuthTag().toString('base64url'),
        body.toString('base64url'),
      ].join('.');
    },
    open: (sealed, recordId) => {
      const [version, sealedWith, iv = '', tag = '', body = ''] = sealed.split('.');
      if (version !== 'v1' || sealedWith !== keyId) throw permanent('cipher.unreadable', 'sealed with another key');
      try {
        const decipher = createDecipheriv(algorithm, key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
          .setAAD(Buffer.from(recordId))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
      } catch (error) {
        throw permanent('cipher.unreadable', 'altered, or sealed for another record', error);
      }
    },
  };
}
