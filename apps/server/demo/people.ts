/** Made-up residents (演示居民), the same from the same seed: names, ages, households, numbers of region 140399, phones of a range not in use. */
import { idNumberCheckCharacter } from '#kernel/identity-number'
import type { Entered, EnteredMember } from '#capabilities/residents'

/** mulberry32: small, fast, the same everywhere. Answers numbers from 0 up to but not including 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<One>(random: () => number, all: readonly One[]): One {
  return all[Math.floor(random() * all.length)] as One
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '上官',
  '司马',
  '尉迟',
]
const MALE = '伟强磊军勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林建国志文博海山峰'
const FEMALE = '芳娜敏静丽艳娟霞秀兰英玲燕红梅雪莉倩颖琳洁云莲真环雅芝萍婷慧巧美凤琴素珍'
const RARE = ['䶮', '堃', '玥', '喆']
const MINORITY = ['买买提·艾力', '古丽·阿依']

export type Maker = { readonly random: () => number; readonly today: string; serial: number }

export function maker(seed: number, today: string): Maker {
  return { random: chance(seed), today, serial: 100 }
}

function nameOf({ random }: Maker, sex: 1 | 2, surname: string): string {
  if (random() < 0.002) return pick(random, MINORITY)
  const signs = [...(sex === 1 ? MALE : FEMALE)]
  const given = random() < 0.01 ? pick(random, RARE) : pick(random, signs) + (random() < 0.7 ? pick(random, signs) : '')
  return surname + given
}

function person(make: Maker, age: number, sex: 1 | 2, surname: string, relation: string): EnteredMember {
  const { random, today } = make
  const birth = `${Number(today.slice(0, 4)) - age}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  make.serial++
  // The three digits of a day are few: the serial runs through the days of birth instead of colliding.
  const sequence = String(((make.serial * 2) % 998) + (sex === 1 ? 1 : 2)).padStart(3, '0')
  const body = `140399${birth.replaceAll('-', '')}${sequence}`
  const status = random() < 0.8 ? 'R1' : random() < 0.7 ? 'R3' : 'R2'
  return {
    name: nameOf(make, sex, surname),
    idNumber: body + idNumberCheckCharacter(body),
    sex,
    birth: birth > today ? today : birth,
    phone: age >= 12 ? `+86199035${String(10000 + (make.serial % 90000))}` : undefined,
    relation,
    status,
    since: null,
  }
}

/** Households of one community: one to six people, ages by a plausible pyramid. */
export function householdsOf(make: Maker, place: { name: string; form: string | null }, count: number): Entered[] {
  const { random } = make
  const bare = place.name.replace(/(社区)?(居民委员会|村民委员会|居委会|村委会)$/, '')
  return Array.from({ length: count }, (_, i) => {
    const surname = pick(random, SURNAMES)
    const age = 24 + Math.floor(random() * 68)
    const headSex = random() < 0.75 ? 1 : 2
    const members = [person(make, age, headSex, surname, '户主')]
    if (random() < 0.75)
      members.push(
        person(
          make,
          Math.max(22, age - 4 + Math.floor(random() * 7)),
          headSex === 1 ? 2 : 1,
          pick(random, SURNAMES),
          '配偶',
        ),
      )
    const children = age < 60 ? Math.floor(random() * 3) : random() < 0.2 ? 1 : 0
    for (let n = 0; n < children; n++)
      members.push(person(make, Math.max(0, age - 26 - n * 4), random() < 0.52 ? 1 : 2, surname, '子女'))
    if (age < 55 && random() < 0.15) members.push(person(make, age + 25, 2, pick(random, SURNAMES), '父母'))
    const urban = place.form === 'residents'
    return {
      address: urban ? `${bare}小区` : `${bare}`,
      building: urban ? `${1 + (i % 12)}号楼` : '',
      unit: urban ? `${1 + (i % 4)}单元` : '',
      room: urban ? `${1 + (i % 6)}0${1 + (i % 2)}` : `${i + 1}号`,
      members,
    }
  })
}
