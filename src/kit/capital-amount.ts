// Amounts in capital numerals (人民币大写), as bills and requests for payment want them.

const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];
const limit = 10n ** 14n;

/**
 * An amount of fen in capital numerals, by the rules for bills of the People's Bank (支付结算办法, 附一): 整 behind
 * 元 and 角, zeros between figures said once, 零 before 分 where there is no 角.
 * @throws RangeError below zero and from 10,000 亿 yuan on
 */
export function capitalAmount(fen: bigint | string): string {
  const amount = BigInt(fen);
  if (amount < 0n || amount >= limit) throw new RangeError('no amount a bill carries');
  const yuan = String(amount / 100n);
  const jiao = Number((amount / 10n) % 10n);
  const cents = Number(amount % 10n);
  if (amount === 0n) return '零元整';
  const whole = yuan === '0' ? '' : `${wholeYuan(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${whole}整`;
  const tens = jiao > 0 ? `${digits[jiao]}角` : whole && '零';
  return `${whole}${tens}${cents > 0 ? `${digits[cents]}分` : '整'}`;
}

function wholeYuan(yuan: string): string {
  const padded = yuan.padStart(Math.ceil(yuan.length / 4) * 4, '0');
  const parts = padded.match(/\d{4}/g) ?? [];
  let said = '';
  let gap = false;
  for (const [at, part] of parts.entries()) {
    const unit = groups[parts.length - 1 - at] ?? '';
    for (const [place, figure] of [...part].entries()) {
      if (figure === '0') gap = said !== '';
      else {
        said += `${gap ? '零' : ''}${digits[Number(figure)]}${places[3 - place]}`;
        gap = false;
      }
    }
    if (part !== '0000') said += unit;
  }
  return said;
}
