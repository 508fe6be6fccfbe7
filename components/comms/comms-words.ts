import type { ChannelAudience, ChannelWay, Language } from '@/lib/domain/catalogue/comms-guide';

export const languageWords: Record<Language, string> = { en: 'English', fr: 'Français' };

export const audienceWords: Record<ChannelAudience, string> = {
  public: 'Public.',
  team: 'Everybody who signs in can read it.',
  leads: 'Only those you hand it to.',
};

export const wayWords: Record<ChannelWay, string> = {
  follow: 'the follow page',
  status: 'the status page',
  slack: 'Slack',
  mail: 'mail',
  webhook: 'the webhook',
  copy: 'a person',
};
