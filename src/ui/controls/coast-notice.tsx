import type { JSX } from 'preact';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { useI18n } from '../i18n.tsx';
import { coastNoticeText } from './coast-notice-text.ts';
import { Icon } from './icon.tsx';

/** One line on where the coastline classes come from, beside every figure; none for a surveyed coast. */
export function CoastNotice({ status }: { readonly status: CoastStatus }): JSX.Element | null {
  const notice = coastNoticeText(status, useI18n());
  if (notice === undefined) return null;
  return (
    <p class="notice">
      <Icon name="info" />
      <span>{notice}</span>
    </p>
  );
}
