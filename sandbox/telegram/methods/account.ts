import { badRequest } from '../errors.ts';
import type { Call, Method } from './method.ts';

/** The longest values, in characters: Bot API 10.1, setMyName, setMyDescription, setMyShortDescription. */
const PROFILE_FIELDS = { name: 64, description: 512, short_description: 120 } as const;

type ProfileField = keyof typeof PROFILE_FIELDS;

function getMe({ bot }: Call): unknown {
  return {
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: !bot.privacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

function setField(field: ProfileField): Method {
  return ({ bot, params }) => {
    const value = params.values.get(field) ?? '';
    if (value.length > PROFILE_FIELDS[field]) throw badRequest(`${field.replace('_', ' ')} is too long`);
    bot.profile.set(`${field}|${params.values.get('language_code') ?? ''}`, value);
    return true;
  };
}

function getField(field: ProfileField): Method {
  return ({ bot, params }) => {
    const language = params.values.get('language_code') ?? '';
    const fallback = field === 'name' ? bot.user.first_name : '';
    return { [field]: bot.profile.get(`${field}|${language}`) ?? bot.profile.get(`${field}|`) ?? fallback };
  };
}

/** Who the bot is and what it says about itself. */
export const accountMethods: Readonly<Record<string, Method>> = {
  getMe,
  setMyName: setField('name'),
  getMyName: getField('name'),
  setMyDescription: setField('description'),
  getMyDescription: getField('description'),
  setMyShortDescription: setField('short_description'),
  getMyShortDescription: getField('short_description'),
  setChatMenuButton: () => true,
};
