import { expect, test } from 'vitest'
import { EmailFrame, EmailList, EmailSpread, EmailText } from './email.tsx'
import { english as words } from './gallery/english.ts'

const introduction = (locale: string, dir: 'ltr' | 'rtl') =>
  String(
    <EmailFrame
      locale={locale}
      dir={dir}
      subject={words.partner}
      site={{ name: 'ILN', href: 'https://iln.example' }}
      heading={words.postTitle}
      why={words.notice}
      button={{ href: 'https://iln.example/partner', label: words.write, below: words.cancel }}
      footer={{ text: words.postSummary, stop: { href: 'https://iln.example/stop', label: words.undo } }}
    >
      <EmailText>{'<script>alert(1)</script>'}</EmailText>
      <EmailSpread
        pages={words.people
          .slice(0, 3)
          .map(({ name, country, sector }) => ({ name, under: [country, sector] }))}
        shared={{ title: words.shared, items: words.sharedItems }}
      />
      <EmailList title={words.questions} items={words.questionItems} numbered />
    </EmailFrame>,
  )

test('a mail with everything in it stays under 20 KB', () => {
  const mail = introduction('en', 'ltr')

  expect(Buffer.byteLength(mail)).toBeLessThan(20_000)
})

test('a mail asks for no picture, script, font or style sheet from elsewhere', () => {
  const mail = introduction('en', 'ltr')

  expect(mail.match(/<(img|script|link|iframe)\b|url\(|@import/g)).toEqual(null)
})

test('a mail is written in the direction of its language', () => {
  const mail = introduction('ar', 'rtl')

  expect(mail.slice(0, 45)).toEqual('<!doctype html><html lang="ar" dir="rtl"><hea')
})

test('the address of the button can also be read', () => {
  const mail = introduction('en', 'ltr')

  expect(mail.split('>https://iln.example/partner<').length - 1).toEqual(1)
})
