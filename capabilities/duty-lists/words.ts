/** 不应由基层群众性自治组织出具的证明(第一批20项): the names are the document's; where to go instead is practice. @law D2020-C; domain 6.5 */
import { text } from '#kernel/text'
import type { ForbiddenCertificate } from './terms.ts'

const kind = (
  code: string,
  zh: string,
  en: string,
  goZh: string,
  goEn: string,
  words: string,
): ForbiddenCertificate => ({
  code,
  name: text(zh, en),
  goTo: text(goZh, goEn),
  words: words.split(' '),
})

export const FORBIDDEN_CERTIFICATES: readonly ForbiddenCertificate[] = [
  kind(
    'kinship',
    '亲属关系证明',
    'Kinship',
    '公安派出所(户口登记)或公证机构',
    'the police (household register) or a notary',
    '亲属关系 亲属 亲子关系 父子关系 母子关系 父女关系 母女关系 夫妻关系 兄弟关系 姐妹关系 我妈是我妈 我爸是我爸 是我儿子 是我女儿 直系亲属 监护关系',
  ),
  kind(
    'identity',
    '居民身份信息证明',
    'Identity of a resident',
    '公安派出所',
    'the police',
    '身份信息 身份证明 同一人 曾用名 两个名字 身份证号错 姓名不一致 是同一个人 身份证15位 一代身份证',
  ),
  kind(
    'register-change',
    '户口登记项目内容变更申请证明',
    'Change of household-register items',
    '公安派出所',
    'the police',
    '户口登记 户口变更 改名 更名 改年龄 改出生日期 变更民族 改户口 户口本信息 户口迁移 落户',
  ),
  kind(
    'dog',
    '居民养犬证明',
    'Keeping a dog',
    '公安派出所,或由本人书面说明',
    'the police, or your own written statement',
    '养犬 养狗 狗证 犬证 遛狗',
  ),
  kind(
    'no-crime',
    '无犯罪记录证明',
    'No criminal record',
    '公安派出所',
    'the police',
    '无犯罪 无犯罪记录 没有犯罪 犯罪记录 没犯过罪 无违法 没有违法犯罪 政审 案底',
  ),
  kind(
    'drug-rehabilitation',
    '社区戒毒社区康复人员情况证明、表现证明',
    'Conduct in community drug rehabilitation',
    '公安派出所、乡镇人民政府或街道办事处',
    'the police, the township or the street office',
    '戒毒 吸毒 社区康复 戒毒表现 没有吸毒 不吸毒',
  ),
  kind(
    'missing',
    '人员失踪证明',
    'A missing person',
    '公安派出所或人民法院',
    'the police or the court',
    '失踪 下落不明 走失 找不到人 失联 离家出走',
  ),
  kind(
    'marital-status',
    '婚姻状况证明',
    'Marital status',
    '民政局婚姻登记处',
    'the marriage register of civil affairs',
    '婚姻状况 婚姻 单身 未婚 已婚 离婚 丧偶 无配偶 没结婚 没有结婚 结婚 再婚',
  ),
  kind(
    'birth',
    '出生证明',
    'Birth',
    '接生的医疗机构',
    'the medical institution',
    '出生 出生医学 出生日期 孩子出生 新生儿',
  ),
  kind(
    'alive',
    '健在证明',
    'Being alive',
    '人力资源社会保障部门(本人自助认证)或公安派出所',
    'self-certification with human resources, or the police',
    '健在 还活着 活着 生存 养老资格 领养老金 未死亡 在世',
  ),
  kind(
    'death',
    '死亡证明',
    'Death',
    '医疗卫生机构或公安派出所',
    'a medical institution or the police',
    '死亡 去世 过世 逝世 非正常死亡 火化 销户',
  ),
  kind(
    'illness',
    '疾病状况证明',
    'Illness',
    '医院',
    'the hospital',
    '疾病状况 疾病 生病 患病 重病 精神病 病情 身体状况 没有传染病 健康状况',
  ),
  kind(
    'disability',
    '残疾状况证明',
    'Disability',
    '残疾人联合会',
    'the disabled persons’ federation',
    '残疾状况 残疾 残疾人 伤残',
  ),
  kind(
    'childbearing',
    '婚育状况证明',
    'Marriage and childbearing',
    '民政、卫生健康部门',
    'civil affairs or health',
    '婚育状况 婚育 计划生育 计生 生育 独生子女 生了几个孩子 流动人口婚育',
  ),
  kind(
    'employment',
    '居民就业状况证明',
    'Employment',
    '人力资源社会保障部门',
    'human resources and social security',
    '就业状况 就业 失业 待业 无业 没有工作 无工作 下岗 零就业 灵活就业',
  ),
  kind(
    'archive',
    '居民个人档案证明',
    'Personal archive',
    '档案保管机构',
    'whoever keeps the archive',
    '个人档案 档案 人事档案 档案遗失 学籍档案',
  ),
  kind(
    'property',
    '居民财产证明',
    'Property',
    '不动产登记机构、银行等',
    'the property register, the bank',
    '财产 房产 房屋产权 无房 没有房子 名下房产 存款 车辆 收入 经济收入 工资收入 产权归属',
  ),
  kind(
    'inheritance',
    '遗产继承权证明',
    'Right to inherit',
    '公证机构或人民法院',
    'a notary or the court',
    '遗产继承 遗产 继承 继承权 继承人 存款继承 取死人的存款',
  ),
  kind(
    'business-premises',
    '市场主体住所证明',
    'Premises of a market entity',
    '市场监督管理部门',
    'market regulation',
    '市场主体住所 经营场所 营业执照 住改商 经营地址 开店 注册公司 场地使用',
  ),
  kind(
    'lost-papers',
    '证件遗失证明',
    'Lost papers',
    '原发证机关',
    'the body that issued them',
    '证件遗失 遗失 丢失 丢了 证丢了 身份证丢 房产证丢 毕业证丢 户口本丢 补办证件',
  ),
]

/** What people type around the thing itself. */
const AROUND =
  /我想|我要|我们|帮我|请问|社区|居委会|村委会|能不能|可以|怎么|如何|哪里|开具|出具|开个|开一张|开一份|开一个|一张|一份|一个|证明材料|证明信|证明|的|吗|呢/gu

/** The thing itself that is to be certified: no blanks, no signs, none of the words around it. */
export function plainCertificate(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(AROUND, '')
}

/** Which of the twenty a name stands for: its own or an everyday one, or the official one with words around it. */
export function forbiddenCertificate(name: string): ForbiddenCertificate | undefined {
  const asked = plainCertificate(name)
  return FORBIDDEN_CERTIFICATES.find((one) =>
    [one.name.zh, ...one.words].some((word, i) => {
      const plain = plainCertificate(word)
      return plain === asked || (i === 0 && plain.length > 1 && asked.includes(plain))
    }),
  )
}
