import { describe, expect, it, jest } from '@jest/globals';
import { notHeldIn, restrictedHits, type GuardedWords, type TypedText } from './restricted-words.js';

describe('looking for guarded values in what was typed', () => {
  const texts: readonly TypedText[] = [
    { field: 'question.find.circumstances', text: 'Found at the port, near L 2009 312. '.repeat(250) },
  ];
  const guarded = (count: number): readonly GuardedWords[] => [
    { name: '1.1', values: Array.from({ length: count }, (_, index) => `L-2009/${10_000 + index}`) },
  ];

  it('works each text out once, however many values are looked for', () => {
    const read = (look: () => unknown): number => {
      const replaced = jest.spyOn(String.prototype, 'replaceAll');
      try {
        look();
        return replaced.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
      } finally {
        replaced.mockRestore();
      }
    };
    const longest = texts[0]!.text.length;
    for (const look of [
      (count: number) => restrictedHits(texts, guarded(count)),
      (count: number) => guarded(count).map((words) => notHeldIn(texts)(words)),
    ]) {
      const [one, many] = [read(() => look(1)), read(() => look(200))];
      expect(one).toBeGreaterThan(longest);
      expect(many - one).toBeLessThan(longest * 2);
    }
  });

  it('finds a number however it is split, and no other', () => {
    expect(restrictedHits(texts, [{ name: '1.1', values: ['L-2009/312'] }])).toEqual([
      { field: 'question.find.circumstances', name: '1.1' },
    ]);
    expect(restrictedHits(texts, [{ name: '1.1', values: ['L-2009/313', '312'] }])).toEqual([]);
  });
});

describe('a name that is kept back', () => {
  const found = (value: string, text: string): boolean =>
    restrictedHits([{ field: 'ownReference', text }], [{ name: '1.1', values: [value] }]).length > 0;

  it.each([
    ['Sander', 'The philanders were seen in May.'],
    ['Land', 'It came from Poland, and was lost at the landing in Landshut.'],
    ['Vey Orr', 'They convey orrery parts.'],
    ['Together', 'It was sold to get her a ticket.'],
    ['Ahmed', 'It went to ahmedabad.'],
    ['Nordhavn', 'It went to nordhavners.'],
    ['L-2009/31', 'Licence L-2009/312'],
    ['AB1234', 'Number AB1234C'],
    ['Li', 'It lies in Lima, Li said.'],
    ['Müller', 'A mull, and a muleteer.'],
    ['李明', '李先生明日到港。'],
    ['佐藤', '佐賀の藤田'],
    ['김민수', '김씨와 민수씨'],
    ['سالم', 'في مدينة السالمية'],
    ['สมชาย', 'ชายสมัครใจ'],
    ['李', '李先生'],
  ])('%s is not seen in what holds something else', (value, text) => expect(found(value, text)).toBe(false));

  const NAME = 'Nordhavn Trading Company';
  it.each([
    ['written together', NAME, 'NordhavnTradingCompany.pdf'],
    ['with the family name first', 'Zebulon Brokkar', 'The buyer was BROKKAR, Zebulon, of the harbour.'],
    ['with the family name first, and no comma', 'Zebulon Brokkar', 'Brokkar Zebulon'],
    ['with the family name first, before two others', 'Ana María Ruiz', 'RUIZ Ana Maria'],
    ['with the number behind the street', '12 Quay Street', 'Lives at Quay Street 12.'],
    ['written together in small letters, among others', NAME, 'fornordhavntradingcompany2009.pdf'],
    ['within a longer name of a file', NAME, 'QNForNordhavnTradingCompanyScan.pdf'],
    ['of one word, before a capital', 'Nordhavn', 'NordhavnInvoice.pdf'],
    ['of one word, before a digit', 'Nordhavn', 'nordhavn2009.pdf'],
    ['with underscores', NAME, 'nordhavn_trading_company.pdf'],
    ['divided where it is not', 'NordhavnTrading', 'Nord havn trading'],
    ['with soft hyphens', NAME, 'Nord\u00adhavn Trad\u00ading Company'],
    ['with blanks of no width', NAME, 'N\u200bord\u200dhavn Tra\u2060ding Com\ufeffpany'],
    ['broken at the end of a line', NAME, 'Nord-\nhavn Trading Com-\r\n  pany'],
    ['of two words, broken between them', 'Vey-Orr', 'It went to VEY-\nORR in May.'],
    ['of one word, before a line that ends with a hyphen', 'Nordhavn', 'NORDHAVN-\nTRADING'],
    ['ø as o', 'Søren Ødegård', 'Soren Odegard'],
    ['ø as oe, å as aa', 'Søren Ødegård', 'Soeren Oedegaard'],
    ['o for ø', 'Soren Odegard', 'Søren Ødegård'],
    ['ł as l', 'Paweł Łoś Wałbrzych', 'Pawel Los Walbrzych'],
    ['ß as ss', 'Großmann', 'GROSSMANN'],
    ['æ as ae', 'Kjær Æbelø', 'Kjaer Aebelo'],
    ['ü as ue', 'Müller', 'Mueller'],
    ['ue for ü', 'Mueller', 'Müller'],
    ['ü as u', 'Müller', 'Muller'],
    ['đ as d', 'Đorđević', 'Dordevic'],
    ['İ as i, ı as i', 'Işıl İnan', 'ISIL INAN'],
    ['Greek in capitals', 'Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['Chinese of three', '王小明', '枪支于五月交给王小明先生。'],
    ['Chinese of two', '李明', '收货人是李明，在港口。'],
    ['a Chinese company', '北港贸易有限公司', '该枪由北港贸易有限公司购买'],
    ['Japanese', '佐藤健', '銃は佐藤健に渡された。'],
    ['Japanese in kana', 'サトウ', '荷受人はサトウです'],
    ['Korean with a particle', '김민수', '총기는 김민수에게 전달되었다'],
    ['Thai', 'สมชาย ใจดี', 'ปืนถูกส่งให้สมชายใจดีที่ท่าเรือ'],
    ['Arabic with a preposition', 'نوردهافن', 'سلمت إلى المشتري لنوردهافن في مايو'],
    ['Arabic with and', 'شركة نوردهافن', 'بيعت وشركة نوردهافن حاضرة'],
    ['Arabic with the letters that are typed for one another', 'شركة نوردهافن', 'لشركه نوردهافن'],
    ['Hebrew with a preposition', 'נורדהבן', 'נמסר לנורדהבן במאי'],
    ['Latin among Chinese', 'Nordhavn', '交给Nordhavn公司'],
    ['a number among Chinese', 'AB1234', '编号AB1234号'],
    ['an address written together', 'Quay 4, Nordhavn', 'quay4nordhavn.pdf'],
  ])('is found %s', (_, value, text) => expect(found(value, text)).toBe(true));
});
