import { expect } from 'chai'
import fc from 'fast-check'
import { escapeAttribute, escapeXml, parseXml } from '../../src/protocol/xml.ts'

const parse = (text: string) => parseXml(Buffer.from(text))

describe('parseXml', () => {
  it('reads elements by local name, in the order of their kind', () => {
    const text = '<?xml version="1.0"?>\n<s3:A xmlns:s3="urn:x"><s3:B>1</s3:B><s3:C/><s3:B>2</s3:B></s3:A>\n'
    expect(parse(text)).to.deep.equal({ name: 'A', node: { B: ['1', '2'], C: '' } })
  })

  it('keeps white space and digits of a value as they are', () => {
    expect(parse('<A><B> 007 </B><C>\n</C></A>').node).to.deep.equal({ B: ' 007 ', C: '\n' })
  })

  it('decodes what XML predefines, numeric references and CDATA once', () => {
    const text = '<A>&lt;&amp;amp;&quot;&apos;&gt;&#233;&#x1F600;&#x1;<![CDATA[<&amp;>]]></A>'
    expect(parse(text).node).to.equal('<&amp;"\'>é😀\u0001<&amp;>')
  })

  it('reads the type attribute under any prefix', () => {
    expect(parse('<A xmlns:i="urn:i" i:type="Group" other="x"><B/></A>').node).to.deep.equal({
      '@type': 'Group',
      B: '',
    })
  })

  it('gives back every text that was escaped', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(texts, (text) => {
        expect(parse(`<A>${escapeXml(text)}</A>`).node).to.equal(text)
      }),
    )
  })

  const malformed: Readonly<Record<string, string>> = {
    'an element left open': '<A><B></A>',
    'crossed elements': '<A><B></A></B>',
    'text alone': 'hello',
    nothing: '',
    'two roots': '<A/><B/>',
    'two roots of one name': '<A/><A/>',
    'an unknown entity': '<A>&copy;</A>',
    'an unfinished entity': '<A>a & b</A>',
    'half a surrogate pair': '<A>&#xD800;</A>',
    'a reference beyond Unicode': '<A>&#x110000;</A>',
    'a document type': '<!DOCTYPE A><A/>',
    'entities that grow': '<!DOCTYPE A [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><A>&b;</A>',
    'an external entity': '<!DOCTYPE A [<!ENTITY a SYSTEM "file:///etc/passwd">]><A>&a;</A>',
    'a hundred levels': `${'<A>'.repeat(100)}${'</A>'.repeat(100)}`,
  }
  for (const [name, text] of Object.entries(malformed)) {
    it(`refuses ${name}`, () => {
      expect(() => parse(text)).to.throw()
    })
  }

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseXml(Buffer.from('<A>\xff</A>', 'latin1'))).to.throw()
  })
})

describe('escapeXml', () => {
  it('writes what XML cannot hold as numeric references', () => {
    expect(escapeXml('a<b>&\u0001\r\n\u001f\uffff"')).to.equal('a&lt;b&gt;&amp;&#x1;&#13;\n&#x1f;&#xffff;"')
    expect(escapeAttribute('"')).to.equal('&quot;')
  })
})
