import type { JSX } from 'preact';
import type { RuleRatio } from '../../domain/uncertainty/uncertainty.ts';
import { formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** One ratio for each named rule, with and without restored coast, and where each rule is known from. */
export function RuleTable({ rules }: { readonly rules: readonly RuleRatio[] }): JSX.Element {
  const { t, pick, language } = useI18n();
  const names = [...new Set(rules.map(({ name }) => name))];
  const cell = (name: RuleRatio['name'], withRestored: boolean): JSX.Element => {
    const found = rules.find((rule) => rule.name === name && rule.withRestored === withRestored);
    const text = found?.ratio === undefined ? '–' : formatPercent(found.ratio, 1, language);
    return <td>{found?.isInForce === true ? <strong>{text}</strong> : text}</td>;
  };
  return (
    <>
      <table class="model-table">
        <caption class="visually-hidden">{t('ruleTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ruleName')}</th>
            <th scope="col">{t('withRestored')}</th>
            <th scope="col">{t('withoutRestored')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const of = rules.filter((rule) => rule.name === name);
            const [first] = of;
            return (
              <tr key={name}>
                <th scope="row">
                  {first && pick(first.title)}
                  {!of.some(({ isInForce }) => isInForce) && ` (${t('ruleComparison')})`}
                  <br />
                  <small class="quiet">{first && pick(first.source)}</small>
                </th>
                {cell(name, true)}
                {cell(name, false)}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">{t('ruleNote')}</p>
    </>
  );
}
