package rule

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
)

// What the short names mean that are used when people speak of a document, and
// under which id a clause cites it. An id has no space.
//
//	本方案, 桂 pilot                     桂财资〔2025〕15号 (GuangxiPlan)
//	数据二十条                           数据二十条
//	指导意见, 141号                      财资〔2023〕141号
//	1号, 1号通知                         财资〔2024〕1号
//	试点方案, 167号                      财资〔2024〕167号
//	7号, 广西通知                        桂财资〔2025〕7号
//	条例 (of state-owned assets), 令738  国务院令第738号
//	清查核实办法                         财资〔2016〕1号
//	R26, 26号, 登记办法                  发改数据规〔2025〕26号
//	A27, 27号, 实施规范                  发改数据规〔2025〕27号
//	P65, 65号                            发改价格〔2025〕65号
//	基本准则                             财政部令第78号
//	准则4号, Standard 4                  财会〔2016〕12号
//	准则3号, 准则3号应用指南, 准则5号    政府会计准则第3号, 政府会计准则第3号应用指南, 政府会计准则第5号
//	准则7号, Standard 7                  财会〔2018〕28号
//	制度 (1701, 1702, 总说明, 附录 …)    财会〔2017〕25号
//	制度答记者问                         政府会计制度答记者问
//	衔接规定                             财会〔2018〕3号
//	34号                                 财会〔2018〕34号
//	解释1号 … 解释7号 (government)       财会〔2019〕13号, 财会〔2019〕24号, 财会〔2020〕15号, 财会〔2021〕33号,
//	                                     财会〔2022〕25号, 财会〔2023〕18号, 财会〔2023〕32号
//	29号 (划转撤并)                      财会〔2022〕29号
//	基础规范                             会计基础工作规范
//	会计档案管理办法                     财政部、国家档案局令第79号
//	行政单位财务规则                     财政部令第113号, the text of 2012 财政部令第71号
//	暂行规定 (enterprise data), 11号     财会〔2023〕11号
//	CAS 6, 准则6号 (enterprise)          企业会计准则第6号, and so for every CAS
//	应用指南 (enterprise)                财会〔2006〕18号; of CAS 42 企业会计准则第42号应用指南
//	解释11号, 19号, 20号 (enterprise)    财会〔2017〕18号, 财会〔2025〕32号, 财会〔2026〕7号
//	33号, 2025年年报通知                 财会〔2025〕33号
//	企业国有资产法                       企业国有资产法 (主席令5号: such numbers begin anew with each president)
//	32号令                               国务院国资委、财政部令第32号
//	令12号 (国资委)                      国务院国资委令第12号
//	8号文 (评估), 操作规则               国资发产权规〔2024〕8号, 国资发产权规〔2025〕17号
//	公告2023年第7号 and the like         财政部、税务总局公告2023年第7号
//	税法, 条例 (of income tax)           企业所得税法, 企业所得税法实施条例
//	个保法, 民诉法, 城建税法             个人信息保护法, 民事诉讼法, 城市维护建设税法
//	放假办法                             国务院令第795号, earlier 国务院令第513号, 国务院令第644号
//	令第98号, 三月三                     广西壮族自治区人民政府令第98号
//	令第68号, 政府令第68号               广西壮族自治区人民政府令第68号
//	87号, 94号 (procurement)             财政部令第87号, 财政部令第94号
//	GB/T 14885-2022 and the like         GB/T14885-2022
//
// One number can stand for several documents: 财会〔2006〕3号 is that of every CAS
// of 2006, so these go by their names; 财会〔2016〕12号 is here Standard 4 alone.

// on writes a day of the table.
func on(year int, month time.Month, day int) calendar.Date {
	return calendar.MustDate(year, month, day)
}

// documents is the table of documents. Numbers and dates are those of the sources
// it was made from; what they do not give is empty, or derived where the note
// says so. Signed is the day of issuance (印发), of adoption for a law, or a date
// given without saying which.
func documents() []Document {
	return []Document{
		// The plan and what it rests on.
		{
			ID: GuangxiPlan, Number: "桂财资〔2025〕15号",
			Title:  Text{"广西壮族自治区数据资产全过程管理试点实施方案", "Implementation Plan of the Guangxi Zhuang Autonomous Region for the Pilot of Whole-Process Management of Data Assets"},
			Issuer: "广西壮族自治区财政厅、广西壮族自治区大数据发展局、广西壮族自治区人民政府国有资产监督管理委员会",
			Signed: on(2025, 3, 27), Effective: Between(on(2025, 4, 1), on(2026, 12, 31)), Evidence: FullText,
			Note: Text{"方案未单列施行日期，起止日为其第三部分所定试点时间；正文称自治区数据局，印发机关为大数据发展局", "the plan states no dates of effect; those here are the pilot period of its part 三; its text says 数据局 where the issuer is 大数据发展局"},
		},
		{
			ID:       "数据二十条",
			Title:    Text{"中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见", "Opinions of the CPC Central Committee and the State Council on Building Basic Systems for Data and Making Better Use of Data as a Factor of Production"},
			Issuer:   "中共中央、国务院",
			Evidence: SecondHand,
			Note:     Text{"只见于本方案的引用，日期未取得", "known only as the plan cites it; date not had"},
		},
		{
			ID: "财资〔2023〕141号", Number: "财资〔2023〕141号",
			Title:  Text{"关于加强数据资产管理的指导意见", "Guiding Opinions on Strengthening the Management of Data Assets"},
			Issuer: "财政部", Signed: on(2023, 12, 31), Published: on(2024, 1, 11), Evidence: SecondHand,
			Note: Text{"只读到文头和答记者问、要点；十二项任务名称及公共数据资产定义等凭记忆", "only the head, press answers and summaries were read; the names of the twelve tasks, the definition of public data assets and more are from memory"},
		},
		{
			ID: "财资〔2024〕1号", Number: "财资〔2024〕1号",
			Title:  Text{"关于加强行政事业单位数据资产管理的通知", "Notice on Strengthening the Management of Data Assets of Administrative and Public Institutions"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"只读到全文开头和报道；配置方式、安全评估、台账等条凭记忆；日期未取得", "only the beginning and press reports were read; allocation, security assessment, ledger and more are from memory; dates not had"},
		},
		{
			ID: "财资〔2024〕167号", Number: "财资〔2024〕167号",
			Title:  Text{"数据资产全过程管理试点方案", "Pilot Programme for Whole-Process Management of Data Assets"},
			Issuer: "财政部", Signed: on(2024, 12, 19), Published: on(2024, 12, 27), Evidence: SecondHand,
			Note: Text{"只读到文头、报道和解读；试点为2025年初至2026年底，无确切起日；是否有名义金额一句未能核对", "only the head, reports and commentary were read; the pilot runs from early 2025 to the end of 2026, with no exact first day; whether it has the sentence on nominal amount was not settled"},
		},
		{
			ID: "桂财资〔2025〕7号", Number: "桂财资〔2025〕7号",
			Title:  Text{"广西壮族自治区财政厅关于加强行政事业单位数据资产管理的通知", "Notice of the Department of Finance of the Guangxi Zhuang Autonomous Region on Strengthening the Management of Data Assets of Administrative and Public Institutions"},
			Issuer: "广西壮族自治区财政厅", Evidence: Verified,
			Note: Text{"只读到（一）（二）和（三）前半，（四）以后未取得；日期未取得", "only (一), (二) and the first half of (三) were read, nothing from (四) on; dates not had"},
		},
		{
			ID:       "数据安全法",
			Title:    Text{"中华人民共和国数据安全法", "Data Security Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第21、27、30、38—40条", "articles 21, 27, 30 and 38 to 40 were read"},
		},

		// State-owned assets of administrative and public institutions.
		{
			ID: "国务院令第738号", Number: "国务院令第738号",
			Title:  Text{"行政事业性国有资产管理条例", "Regulation on the Management of Administrative State-owned Assets"},
			Issuer: "国务院", Effective: From(on(2021, 4, 1)), Evidence: FullText,
		},
		{
			ID: "财资〔2016〕1号", Number: "财资〔2016〕1号",
			Title:  Text{"行政事业单位资产清查核实管理办法", "Measures for the Inventory and Verification of Assets of Administrative and Public Institutions"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"损失未批复不得自行入账见于转引；盘盈可先入账凭记忆", "that no loss is booked before the reply is quoted by others; that a surplus may be booked first is from memory"},
		},
		{
			ID: "财资〔2017〕3号", Number: "财资〔2017〕3号",
			Title:  Text{"行政事业单位国有资产年度报告管理办法", "Measures for the Annual Report on State-owned Assets of Administrative and Public Institutions"},
			Issuer: "财政部", Evidence: SecondHand,
		},
		{
			ID: "财资〔2021〕123号", Number: "财资〔2021〕123号",
			Title:  Text{"国有资产报告编报工作暂行办法", "Interim Measures for the Compilation of Reports on State-owned Assets"},
			Issuer: "财政部", Evidence: SecondHand,
		},
		{
			ID: "财综〔2004〕53号", Number: "财综〔2004〕53号",
			Title:  Text{"关于加强政府非税收入管理的通知", "Notice on Strengthening the Management of Government Non-tax Revenue"},
			Issuer: "财政部", Evidence: SecondHand,
		},
		{
			ID: "广西壮族自治区人民政府令第68号", Number: "广西壮族自治区人民政府令第68号",
			Title:  Text{"广西壮族自治区行政事业单位国有资产管理办法", "Measures of the Guangxi Zhuang Autonomous Region for the Management of State-owned Assets of Administrative and Public Institutions"},
			Issuer: "广西壮族自治区人民政府", Evidence: Verified,
			Note: Text{"只见片段（第4条第（二）项）；日期未取得", "only excerpts were seen (article 4 (二)); dates not had"},
		},
		{
			ID:       "预算法",
			Title:    Text{"中华人民共和国预算法", "Budget Law of the People's Republic of China"},
			Evidence: Memory,
			Note:     Text{"第55、56条未注明来源，引用前先核", "articles 55 and 56 are cited without a source; verify before quoting"},
		},

		// Accounting of administrative and public institutions.
		{
			ID: "财政部令第78号", Number: "财政部令第78号",
			Title:  Text{"政府会计准则——基本准则", "Government Accounting Standards: Basic Standard"},
			Issuer: "财政部", Effective: From(on(2017, 1, 1)), Evidence: FullText,
		},
		{
			ID:     "政府会计准则第3号",
			Title:  Text{"政府会计准则第3号——固定资产", "Government Accounting Standard No. 3: Fixed Assets"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"文号和日期未取得", "number and dates not had"},
		},
		{
			ID:     "政府会计准则第3号应用指南",
			Title:  Text{"《政府会计准则第3号——固定资产》应用指南", "Application Guidance on Government Accounting Standard No. 3: Fixed Assets"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"核到一（五）、二；文号和日期未取得", "一(五) and 二 were read; number and dates not had"},
		},
		{
			ID: "财会〔2016〕12号", Number: "财会〔2016〕12号",
			Title:  Text{"政府会计准则第4号——无形资产", "Government Accounting Standard No. 4: Intangible Assets"},
			Issuer: "财政部", Signed: on(2016, 7, 6), Effective: From(on(2017, 1, 1)), Evidence: FullText,
		},
		{
			ID:     "政府会计准则第5号",
			Title:  Text{"政府会计准则第5号——公共基础设施", "Government Accounting Standard No. 5: Public Infrastructure"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"文号和日期未取得", "number and dates not had"},
		},
		{
			ID: "财会〔2018〕28号", Number: "财会〔2018〕28号",
			Title:  Text{"政府会计准则第7号——会计调整", "Government Accounting Standard No. 7: Accounting Adjustments"},
			Issuer: "财政部", Effective: From(on(2019, 1, 1)), Evidence: FullText,
		},
		{
			ID: "财会〔2017〕25号", Number: "财会〔2017〕25号",
			Title:  Text{"政府会计制度——行政事业单位会计科目和报表", "Government Accounting System: Accounts and Statements of Administrative and Public Institutions"},
			Issuer: "财政部", Effective: From(on(2019, 1, 1)), Evidence: FullText,
		},
		{
			ID:     "政府会计制度答记者问",
			Title:  Text{"财政部会计司有关负责人就《政府会计制度》答记者问", "Answers of the Accounting Department of the Ministry of Finance to the Press on the Government Accounting System"},
			Issuer: "财政部会计司", Published: on(2017, 11, 9), Evidence: FullText,
			Note: Text{"标题为简称", "the title is a short one"},
		},
		{
			ID: "财会〔2018〕3号", Number: "财会〔2018〕3号",
			Title:  Text{"《政府会计制度——行政事业单位会计科目和报表》与《行政单位会计制度》《事业单位会计制度》有关衔接问题的处理规定", "Provisions on the Transition from the Accounting Systems of Administrative Units and of Public Institutions to the Government Accounting System"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"核到“将原未入账事项登记新账”3；仅用于衔接时点；日期未取得", "item 3 of the part on matters not booked before was read; it concerns the day of transition only; dates not had"},
		},
		{
			ID: "财会〔2018〕34号", Number: "财会〔2018〕34号",
			Title:  Text{"关于进一步做好政府会计准则制度新旧衔接和加强行政事业单位资产核算的通知", "Notice on the Transition to the Government Accounting Standards and System and on Strengthening the Accounting for Assets of Administrative and Public Institutions"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"日期未取得", "dates not had"},
		},
		{
			ID: "财会〔2019〕13号", Number: "财会〔2019〕13号",
			Title:  Text{"政府会计准则制度解释第1号", "Interpretation No. 1 of the Government Accounting Standards and System"},
			Issuer: "财政部", Effective: From(on(2019, 1, 1)), Evidence: FullText,
		},
		{
			ID: "财会〔2019〕24号", Number: "财会〔2019〕24号",
			Title:  Text{"政府会计准则制度解释第2号", "Interpretation No. 2 of the Government Accounting Standards and System"},
			Issuer: "财政部", Effective: From(on(2020, 1, 1)), Evidence: FullText,
			Note: Text{"起始日为第一至八项的施行日", "the first day is that of items 一 to 八"},
		},
		{
			ID: "财会〔2020〕15号", Number: "财会〔2020〕15号",
			Title:  Text{"政府会计准则制度解释第3号", "Interpretation No. 3 of the Government Accounting Standards and System"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"自公布之日起施行，公布日未取得", "in force from its publication, the day of which was not had"},
		},
		{
			ID: "财会〔2021〕33号", Number: "财会〔2021〕33号",
			Title:  Text{"政府会计准则制度解释第4号", "Interpretation No. 4 of the Government Accounting Standards and System"},
			Issuer: "财政部", Effective: From(on(2022, 1, 1)), Evidence: FullText,
			Note: Text{"起始日为主要部分的施行日，未来适用", "the first day is that of its main part, applied prospectively"},
		},
		{
			ID: "财会〔2022〕25号", Number: "财会〔2022〕25号",
			Title:  Text{"政府会计准则制度解释第5号", "Interpretation No. 5 of the Government Accounting Standards and System"},
			Issuer: "财政部", Signed: on(2022, 9, 21), Effective: From(on(2022, 9, 21)), Evidence: FullText,
			Note: Text{"自公布之日起施行；来源只给出一个日期，兼作成文日与施行日", "in force from its publication; the source gives one date, taken here for both days"},
		},
		{
			ID: "财会〔2022〕29号", Number: "财会〔2022〕29号",
			Title:  Text{"行政事业单位划转撤并相关会计处理规定", "Provisions on Accounting for the Transfer, Dissolution and Merger of Administrative and Public Institutions"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"日期未取得", "dates not had"},
		},
		{
			ID: "财会〔2023〕18号", Number: "财会〔2023〕18号",
			Title:  Text{"政府会计准则制度解释第6号", "Interpretation No. 6 of the Government Accounting Standards and System"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"第三方补录文本，未见原件；日期未取得", "a third party's copy, the original not seen; dates not had"},
		},
		{
			ID: "财会〔2023〕32号", Number: "财会〔2023〕32号",
			Title:  Text{"政府会计准则制度解释第7号", "Interpretation No. 7 of the Government Accounting Standards and System"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"第三方补录文本，未见原件；日期未取得", "a third party's copy, the original not seen; dates not had"},
		},
		{
			ID:       "政府会计问答2026年第一批",
			Title:    Text{"政府会计准则制度实施问答（2026年第一批）", "Questions and Answers on the Government Accounting Standards and System, First Batch of 2026"},
			Evidence: SecondHand,
			Note:     Text{"第三方补录文本，未见原件；标题为简称", "a third party's copy, the original not seen; the title is a short one"},
		},
		{
			ID:       "会计法",
			Title:    Text{"中华人民共和国会计法", "Accounting Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到2017年修正文本第13条第2款；2024年修正文本未取得", "article 13, second paragraph, of the text as amended in 2017 was read; the text of 2024 was not had"},
		},
		{
			ID:     "会计基础工作规范",
			Title:  Text{"会计基础工作规范", "Standards for Basic Accounting Work"},
			Issuer: "财政部", Evidence: FullText,
			Note: Text{"2019年文本；文号和日期未取得", "the text of 2019; number and dates not had"},
		},
		{
			ID: "财政部、国家档案局令第79号", Number: "令第79号",
			Title:  Text{"会计档案管理办法", "Measures for the Management of Accounting Archives"},
			Issuer: "财政部、国家档案局", Evidence: Verified,
			Note: Text{"核到第14条、附表2；日期未取得", "article 14 and annex 2 were read; dates not had"},
		},
		{
			ID: "财会〔2024〕11号", Number: "财会〔2024〕11号",
			Title:  Text{"会计信息化工作规范", "Standards for Accounting Informatisation"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"所见副本文字与施行日期可疑（副本作2024-08-07，记忆为2025-01-01），不引用其条文", "the copy seen is doubtful in wording and date of effect (2024-08-07; 2025-01-01 from memory); its articles are not cited"},
		},
		{
			ID: "财会〔2024〕12号", Number: "财会〔2024〕12号",
			Title:  Text{"会计软件基本功能和服务规范", "Standards for Basic Functions and Services of Accounting Software"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"所见副本文字与施行日期可疑（副本作2024-08-07，记忆为2025-01-01），不引用其条文", "the copy seen is doubtful in wording and date of effect (2024-08-07; 2025-01-01 from memory); its articles are not cited"},
		},
		{
			ID: "财政部令第113号", Number: "财政部令第113号",
			Title:  Text{"行政单位财务规则", "Financial Rules for Administrative Units"},
			Issuer: "财政部", Evidence: Memory,
			Note: Text{"现行文本，未取得", "the text now in force, not had"},
		},
		{
			ID: "财政部令第71号", Number: "财政部令第71号",
			Title:  Text{"行政单位财务规则（2012年）", "Financial Rules for Administrative Units (2012)"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"旧文本，已由财政部令第113号取代；核到第15条；日期未取得", "the old text, replaced by 财政部令第113号; article 15 was read; dates not had"},
		},
		{
			ID:       "事业单位财务规则",
			Title:    Text{"事业单位财务规则", "Financial Rules for Public Institutions"},
			Evidence: SecondHand,
			Note:     Text{"只见于政府会计准则制度解释第4号一的引用", "known only as Interpretation 4, 一, cites it"},
		},
		{
			ID:       "行政单位会计制度",
			Title:    Text{"行政单位会计制度", "Accounting System for Administrative Units"},
			Evidence: Memory,
			Note:     Text{"旧制度；“自取得当月起”摊销的说法凭记忆", "an old system; that amortisation began in the month of acquisition is from memory"},
		},
		{
			ID:       "事业单位会计制度",
			Title:    Text{"事业单位会计制度", "Accounting System for Public Institutions"},
			Evidence: Memory,
			Note:     Text{"旧制度；“自取得当月起”摊销的说法凭记忆", "an old system; that amortisation began in the month of acquisition is from memory"},
		},

		// Public data resources, data security, Guangxi's own data rules.
		{
			ID: "发改数据规〔2025〕26号", Number: "发改数据规〔2025〕26号",
			Title:  Text{"公共数据资源登记管理暂行办法", "Interim Measures for the Registration of Public Data Resources"},
			Issuer: "国家发展改革委、国家数据局", Signed: on(2025, 1, 8), Effective: Between(on(2025, 3, 1), on(2030, 2, 28)), Evidence: FullText,
			Note: Text{"有效期5年（第24条），末日2030-02-28属判断", "valid for 5 years (article 24); that the last day is 2030-02-28 is a judgement"},
		},
		{
			ID: "发改数据规〔2025〕27号", Number: "发改数据规〔2025〕27号",
			Title:  Text{"公共数据资源授权运营实施规范（试行）", "Specifications for the Authorised Operation of Public Data Resources (for Trial Implementation)"},
			Issuer: "国家发展改革委、国家数据局", Signed: on(2025, 1, 8), Effective: Between(on(2025, 3, 1), on(2030, 2, 28)), Evidence: FullText,
			Note: Text{"有效期5年（第27条），末日2030-02-28属判断", "valid for 5 years (article 27); that the last day is 2030-02-28 is a judgement"},
		},
		{
			ID: "发改价格〔2025〕65号", Number: "发改价格〔2025〕65号",
			Title:  Text{"关于建立公共数据资源授权运营价格形成机制的通知", "Notice on Establishing the Price Mechanism for the Authorised Operation of Public Data Resources"},
			Issuer: "国家发展改革委、国家数据局", Signed: on(2025, 1, 16), Published: on(2025, 1, 20), Effective: From(on(2025, 3, 1)), Evidence: FullText,
			Note: Text{"未写有效期", "no term of validity is stated"},
		},
		{
			ID:     "公共数据资源授权运营信息披露通知",
			Title:  Text{"国家数据局综合司关于做好公共数据资源授权运营信息披露工作的通知", "Notice of the General Department of the National Data Administration on Information Disclosure in the Authorised Operation of Public Data Resources"},
			Issuer: "国家数据局综合司", Published: on(2026, 2, 10), Evidence: SecondHand,
			Note: Text{"只见报道，文号未见", "only reports were seen; number not seen"},
		},
		{
			ID: "国数综政策〔2026〕35号", Number: "国数综政策〔2026〕35号",
			Title:  Text{"数据产权登记工作指引（试行）", "Guidelines for the Registration of Data Property Rights (for Trial Implementation)"},
			Issuer: "国家数据局综合司", Evidence: SecondHand,
			Note: Text{"与公共数据资源登记、财政信息卡片不是一套制度；期限的天数单位未见原文；日期未取得", "not the registration of public data resources, nor the finance card; whether its terms are working days was not seen; dates not had"},
		},
		{
			ID:       "个人信息保护法",
			Title:    Text{"中华人民共和国个人信息保护法", "Personal Information Protection Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第55、56条", "articles 55 and 56 were read"},
		},
		{
			ID:        "网络数据安全管理条例",
			Title:     Text{"网络数据安全管理条例", "Regulation on Network Data Security Management"},
			Effective: From(on(2025, 1, 1)), Evidence: Verified,
			Note: Text{"核到第12、31、33条；文号未取得", "articles 12, 31 and 33 were read; number not had"},
		},
		{
			ID:        "广西壮族自治区大数据发展条例",
			Title:     Text{"广西壮族自治区大数据发展条例", "Regulation of the Guangxi Zhuang Autonomous Region on the Development of Big Data"},
			Effective: From(on(2023, 1, 1)), Evidence: Verified,
			Note: Text{"只见片段", "only excerpts were seen"},
		},
		{
			ID: "桂政办发〔2023〕77号", Number: "桂政办发〔2023〕77号",
			Title:  Text{"广西数据要素市场化发展管理暂行办法", "Interim Measures of Guangxi for the Market-oriented Development of Data as a Factor of Production"},
			Signed: on(2023, 11, 7), Evidence: Verified,
			Note: Text{"只见片段", "only excerpts were seen"},
		},
		{
			ID:     "广西政务数据资源调度管理办法",
			Title:  Text{"广西政务数据资源调度管理办法", "Measures of Guangxi for the Dispatch of Government Data Resources"},
			Signed: on(2020, 4, 7), Evidence: Verified,
			Note: Text{"只见片段（第2、4条）；第4条关于所有权的效力待核", "only excerpts were seen (articles 2 and 4); the effect of article 4 on ownership is to be checked"},
		},
		{
			ID:       "气象法",
			Title:    Text{"中华人民共和国气象法", "Meteorology Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第5条", "article 5 was read"},
		},

		// Accounting of enterprises.
		{
			ID: "财会〔2023〕11号", Number: "财会〔2023〕11号",
			Title:  Text{"企业数据资源相关会计处理暂行规定", "Interim Provisions on the Accounting Treatment of Enterprise Data Resources"},
			Issuer: "财政部", Signed: on(2023, 8, 1), Published: on(2023, 8, 21), Effective: From(on(2024, 1, 1)), Evidence: Verified,
			Note: Text{"核到一、二1、二2前半；二3—7和附则凭记忆，披露表行列据事务所模板", "一, 二1 and the first half of 二2 were read; 二3 to 7 and the last part are from memory, the disclosure tables from audit firms' templates"},
		},
		{
			ID:       "企业会计准则第1号",
			Title:    Text{"企业会计准则第1号——存货", "Accounting Standard for Business Enterprises No. 1: Inventories"},
			Evidence: Verified,
			Note:     Text{"核到第3—9、14—19、22条；文号和日期未取得", "articles 3 to 9, 14 to 19 and 22 were read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第3号",
			Title:    Text{"企业会计准则第3号——投资性房地产", "Accounting Standard for Business Enterprises No. 3: Investment Property"},
			Evidence: SecondHand,
			Note:     Text{"只见于企业会计准则第6号第2条的引用", "known only as CAS 6, article 2, cites it"},
		},
		{
			ID: "企业会计准则第6号", Number: "财会〔2006〕3号",
			Title:  Text{"企业会计准则第6号——无形资产", "Accounting Standard for Business Enterprises No. 6: Intangible Assets"},
			Issuer: "财政部", Effective: From(on(2007, 1, 1)), Evidence: FullText,
		},
		{
			ID:       "企业会计准则第7号",
			Title:    Text{"企业会计准则第7号——非货币性资产交换", "Accounting Standard for Business Enterprises No. 7: Exchange of Non-monetary Assets"},
			Evidence: SecondHand,
			Note:     Text{"只见于企业会计准则第6号第15条的引用", "known only as CAS 6, article 15, cites it"},
		},
		{
			ID:       "企业会计准则第8号",
			Title:    Text{"企业会计准则第8号——资产减值", "Accounting Standard for Business Enterprises No. 8: Impairment of Assets"},
			Evidence: Verified,
			Note:     Text{"核到第3—22条中所引各条；文号和日期未取得；“尚未可使用的无形资产每年测试”不在正文", "the articles cited from 3 to 22 were read; number and dates not had; yearly testing of assets not yet ready for use is not in its text"},
		},
		{
			ID:       "企业会计准则第12号",
			Title:    Text{"企业会计准则第12号——债务重组", "Accounting Standard for Business Enterprises No. 12: Debt Restructuring"},
			Evidence: SecondHand,
			Note:     Text{"只见于企业会计准则第6号第15条的引用", "known only as CAS 6, article 15, cites it"},
		},
		{
			ID:       "企业会计准则第14号",
			Title:    Text{"企业会计准则第14号——收入", "Accounting Standard for Business Enterprises No. 14: Revenue"},
			Evidence: Verified,
			Note:     Text{"核到第36、37条；文号和日期未取得", "articles 36 and 37 were read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第16号",
			Title:    Text{"企业会计准则第16号——政府补助", "Accounting Standard for Business Enterprises No. 16: Government Grants"},
			Evidence: Verified,
			Note:     Text{"2017年文本，核到第5、7、8、11条；文号和日期未取得", "the text of 2017; articles 5, 7, 8 and 11 were read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第17号",
			Title:    Text{"企业会计准则第17号——借款费用", "Accounting Standard for Business Enterprises No. 17: Borrowing Costs"},
			Evidence: Verified,
			Note:     Text{"核到第4条；开发支出可纳入属教材口径，凭记忆；文号和日期未取得", "article 4 was read; that development costs qualify is the textbooks' view, from memory; number and dates not had"},
		},
		{
			ID:       "企业会计准则第18号",
			Title:    Text{"企业会计准则第18号——所得税", "Accounting Standard for Business Enterprises No. 18: Income Taxes"},
			Evidence: Verified,
			Note:     Text{"核到第13条；文号和日期未取得", "article 13 was read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第20号",
			Title:    Text{"企业会计准则第20号——企业合并", "Accounting Standard for Business Enterprises No. 20: Business Combinations"},
			Evidence: SecondHand,
			Note:     Text{"只见于企业会计准则第6号第2、15条的引用", "known only as CAS 6, articles 2 and 15, cites it"},
		},
		{
			ID:       "企业会计准则第27号",
			Title:    Text{"企业会计准则第27号——石油天然气开采", "Accounting Standard for Business Enterprises No. 27: Extraction of Petroleum and Natural Gas"},
			Evidence: SecondHand,
			Note:     Text{"只见于企业会计准则第6号第2条的引用", "known only as CAS 6, article 2, cites it"},
		},
		{
			ID:       "企业会计准则第28号",
			Title:    Text{"企业会计准则第28号——会计政策、会计估计变更和差错更正", "Accounting Standard for Business Enterprises No. 28: Accounting Policies, Changes in Accounting Estimates and Correction of Errors"},
			Evidence: Verified,
			Note:     Text{"核到第9、10、12条；文号和日期未取得", "articles 9, 10 and 12 were read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第42号",
			Title:    Text{"企业会计准则第42号——持有待售的非流动资产、处置组和终止经营", "Accounting Standard for Business Enterprises No. 42: Non-current Assets Held for Sale, Disposal Groups and Discontinued Operations"},
			Evidence: Verified,
			Note:     Text{"核到第5、6、13、17、20条；文号和日期未取得", "articles 5, 6, 13, 17 and 20 were read; number and dates not had"},
		},
		{
			ID:       "企业会计准则第42号应用指南",
			Title:    Text{"《企业会计准则第42号——持有待售的非流动资产、处置组和终止经营》应用指南", "Application Guidance on Accounting Standard for Business Enterprises No. 42"},
			Evidence: SecondHand,
			Note:     Text{"只用到新增科目1481、1482；文号和日期未取得", "used only for the new accounts 1481 and 1482; number and dates not had"},
		},
		{
			ID: "财会〔2006〕18号", Number: "财会〔2006〕18号",
			Title:  Text{"企业会计准则——应用指南（附录：会计科目和主要账务处理）", "Accounting Standards for Business Enterprises: Application Guidance (Annex: Accounts and Main Entries)"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"核到第6号应用指南和部分科目编码；科目用途部分凭记忆；日期未取得", "the guidance on CAS 6 and part of the account codes were read; some uses of accounts are from memory; dates not had"},
		},
		{
			ID: "财会〔2017〕18号", Number: "财会〔2017〕18号",
			Title:  Text{"企业会计准则解释第11号——关于以使用无形资产产生的收入为基础的摊销方法", "Interpretation No. 11 of the Accounting Standards for Business Enterprises: Amortisation Based on Revenue from the Use of Intangible Assets"},
			Issuer: "财政部", Effective: From(on(2018, 1, 1)), Evidence: Verified,
		},
		{
			ID: "财会〔2025〕32号", Number: "财会〔2025〕32号",
			Title:  Text{"企业会计准则解释第19号", "Interpretation No. 19 of the Accounting Standards for Business Enterprises"},
			Issuer: "财政部", Effective: From(on(2026, 1, 1)), Evidence: SecondHand,
			Note: Text{"不涉及数据资源或无形资产计量", "says nothing of data resources or of measuring intangible assets"},
		},
		{
			ID: "财会〔2026〕7号", Number: "财会〔2026〕7号",
			Title:  Text{"企业会计准则解释第20号", "Interpretation No. 20 of the Accounting Standards for Business Enterprises"},
			Issuer: "财政部", Published: on(2026, 6, 17), Effective: From(on(2026, 6, 17)), Evidence: SecondHand,
			Note: Text{"不涉及数据资源或无形资产计量", "says nothing of data resources or of measuring intangible assets"},
		},
		{
			ID: "财会〔2023〕29号", Number: "财会〔2023〕29号",
			Title:  Text{"关于做好企业2023年年报工作的通知", "Notice on the Preparation of the 2023 Annual Reports of Enterprises"},
			Issuer: "财政部", Evidence: SecondHand,
			Note: Text{"只核到文号；标题为简称", "only the number was checked; the title is a short one"},
		},
		{
			ID:       "企业2024年年报工作通知",
			Title:    Text{"关于做好企业2024年年报工作的通知", "Notice on the Preparation of the 2024 Annual Reports of Enterprises"},
			Evidence: SecondHand,
			Note:     Text{"内容据转引；文号和日期未取得；标题为简称", "contents as others quote them; number and dates not had; the title is a short one"},
		},
		{
			ID: "财会〔2025〕33号", Number: "财会〔2025〕33号",
			Title:  Text{"关于严格执行企业会计准则 切实做好企业2025年年报工作的通知", "Notice on Strict Implementation of the Accounting Standards for Business Enterprises and the Preparation of the 2025 Annual Reports of Enterprises"},
			Issuer: "财政部、国务院国资委、金融监管总局、中国证监会", Evidence: SecondHand,
			Note: Text{"2025年12月下旬发布，确切日期未取得；“数据资源”一节据转引，未逐句核对；只约束企业", "published in late December 2025, exact day not had; its section on data resources is known from others, not checked sentence by sentence; binds enterprises only"},
		},
		{
			ID:     "企业数据资源会计实施问答",
			Title:  Text{"财政部会计司关于企业数据资源相关会计处理的实施问答", "Implementation Questions and Answers of the Accounting Department of the Ministry of Finance on Accounting for Enterprise Data Resources"},
			Issuer: "财政部会计司", Published: on(2024, 10, 31), Evidence: SecondHand,
			Note: Text{"据转载；标题为简称", "as reposted by others; the title is a short one"},
		},
		{
			ID: "财会〔2019〕6号", Number: "财会〔2019〕6号",
			Title:  Text{"关于修订印发2019年度一般企业财务报表格式的通知", "Notice on Revising and Issuing the Formats of Financial Statements of General Enterprises for 2019"},
			Issuer: "财政部", Evidence: SecondHand,
		},
		{
			ID: "财会〔2016〕22号", Number: "财会〔2016〕22号",
			Title:  Text{"增值税会计处理规定", "Provisions on Accounting for Value-added Tax"},
			Issuer: "财政部", Evidence: SecondHand,
		},

		// Taxes.
		{
			ID:     "增值税法",
			Title:  Text{"中华人民共和国增值税法", "Value-added Tax Law of the People's Republic of China"},
			Signed: on(2024, 12, 25), Effective: From(on(2026, 1, 1)), Evidence: FullText,
		},
		{
			ID: "国务院令第826号", Number: "国务院令第826号",
			Title:  Text{"中华人民共和国增值税法实施条例", "Regulation for the Implementation of the Value-added Tax Law of the People's Republic of China"},
			Issuer: "国务院", Published: on(2025, 12, 25), Effective: From(on(2026, 1, 1)), Evidence: SecondHand,
		},
		{
			ID:        "增值税暂行条例",
			Title:     Text{"中华人民共和国增值税暂行条例", "Interim Regulation of the People's Republic of China on Value-added Tax"},
			Effective: Period{To: on(2025, 12, 31)}, Evidence: SecondHand,
			Note: Text{"2026-01-01起由增值税法第38条废止", "repealed from 2026-01-01 by article 38 of the Value-added Tax Law"},
		},
		{
			ID: "财政部、税务总局公告2026年第10号", Number: "财政部 税务总局公告2026年第10号",
			Title:  Text{"关于增值税法施行后增值税优惠政策衔接事项的公告", "Announcement on the Transition of Value-added Tax Preferences after the Value-added Tax Law Took Effect"},
			Issuer: "财政部、税务总局", Signed: on(2026, 1, 30), Evidence: SecondHand,
			Note: Text{"小规模减按1%和起征点适用于2026-01-01至2027-12-31；公告整体的施行期未取得", "the 1 % rate and the thresholds of small-scale taxpayers hold from 2026-01-01 to 2027-12-31; the term of the whole announcement was not had"},
		},
		{
			ID: "财政部、税务总局公告2023年第7号", Number: "财政部 税务总局公告2023年第7号",
			Title:  Text{"关于进一步完善研发费用税前加计扣除政策的公告", "Announcement on Further Improving the Additional Pre-tax Deduction of Research and Development Expenses"},
			Issuer: "财政部、税务总局", Effective: From(on(2023, 1, 1)), Evidence: SecondHand,
		},
		{
			ID: "财政部、税务总局公告2023年第12号", Number: "财政部 税务总局公告2023年第12号",
			Title:  Text{"关于进一步支持小微企业和个体工商户发展有关税费政策的公告", "Announcement on Taxes and Fees in Further Support of Small and Micro Enterprises and Individual Businesses"},
			Issuer: "财政部、税务总局", Effective: Between(on(2023, 1, 1), on(2027, 12, 31)), Evidence: SecondHand,
		},
		{
			ID: "财政部、税务总局公告2023年第19号", Number: "公告2023年第19号",
			Title:  Text{"关于增值税小规模纳税人减免增值税政策的公告", "Announcement on Value-added Tax Relief for Small-scale Taxpayers"},
			Issuer: "财政部、税务总局", Evidence: Memory,
			Note: Text{"2025年底以前的旧口径", "the rule up to the end of 2025"},
		},
		{
			ID: "财税〔2016〕36号", Number: "财税〔2016〕36号",
			Title:    Text{"关于全面推开营业税改征增值税试点的通知", "Notice on the Comprehensive Pilot of Replacing Business Tax with Value-added Tax"},
			Evidence: Memory,
			Note:     Text{"2025年底以前的旧口径", "the rule up to the end of 2025"},
		},
		{
			ID:        "城市维护建设税法",
			Title:     Text{"中华人民共和国城市维护建设税法", "Urban Maintenance and Construction Tax Law of the People's Republic of China"},
			Effective: From(on(2021, 9, 1)), Evidence: FullText,
		},
		{
			ID:        "征收教育费附加的暂行规定",
			Title:     Text{"征收教育费附加的暂行规定", "Interim Provisions on the Collection of Education Surcharge"},
			Effective: From(on(1986, 7, 1)), Evidence: FullText,
			Note: Text{"2005、2011年修订", "revised in 2005 and 2011"},
		},
		{
			ID: "财综〔2010〕98号", Number: "财综〔2010〕98号",
			Title:  Text{"关于统一地方教育附加政策有关问题的通知", "Notice on Unifying the Policy of Local Education Surcharge"},
			Issuer: "财政部", Evidence: Memory,
			Note: Text{"文号凭记忆；2%的比率据转引", "the number is from memory; the rate of 2 % is quoted by others"},
		},
		{
			ID: "财税〔2016〕12号", Number: "财税〔2016〕12号",
			Title:    Text{"关于扩大有关政府性基金免征范围的通知", "Notice on Widening the Exemption from Certain Government Funds"},
			Evidence: Memory,
		},
		{
			ID:        "印花税法",
			Title:     Text{"中华人民共和国印花税法", "Stamp Tax Law of the People's Republic of China"},
			Effective: From(on(2022, 7, 1)), Evidence: FullText,
			Note: Text{"正文已读；附表《税目税率表》未见，税率据转引", "the articles were read; the annexed table of rates was not, its rates are quoted by others"},
		},
		{
			ID:       "企业所得税法",
			Title:    Text{"中华人民共和国企业所得税法", "Enterprise Income Tax Law of the People's Republic of China"},
			Evidence: FullText,
			Note:     Text{"日期未取得", "dates not had"},
		},
		{
			ID:       "企业所得税法实施条例",
			Title:    Text{"中华人民共和国企业所得税法实施条例", "Regulation for the Implementation of the Enterprise Income Tax Law of the People's Republic of China"},
			Evidence: FullText,
			Note:     Text{"2019-04文本，其后修改未核", "the text of April 2019; later changes were not checked"},
		},
		{
			ID: "财税〔2015〕119号", Number: "财税〔2015〕119号",
			Title:    Text{"关于完善研究开发费用税前加计扣除政策的通知", "Notice on Improving the Additional Pre-tax Deduction of Research and Development Expenses"},
			Evidence: SecondHand,
			Note:     Text{"负面清单行业列举凭记忆", "the list of excluded industries is from memory"},
		},
		{
			ID: "财税〔2012〕27号", Number: "财税〔2012〕27号",
			Title:    Text{"关于进一步鼓励软件产业和集成电路产业发展企业所得税政策的通知", "Notice on Enterprise Income Tax Policies to Further Encourage the Software and Integrated Circuit Industries"},
			Evidence: Memory,
		},

		// State-owned assets of enterprises, and appraisal.
		{
			ID: "企业国有资产法", Number: "主席令5号",
			Title:     Text{"中华人民共和国企业国有资产法", "Law of the People's Republic of China on State-owned Assets of Enterprises"},
			Effective: From(on(2009, 5, 1)), Evidence: FullText,
		},
		{
			ID: "国务院令第91号", Number: "国务院令第91号",
			Title:  Text{"国有资产评估管理办法", "Measures for the Management of State-owned Asset Appraisal"},
			Issuer: "国务院", Evidence: SecondHand,
			Note: Text{"2020年修订；日期未取得", "revised in 2020; dates not had"},
		},
		{
			ID: "国务院国资委令第12号", Number: "国资委令第12号",
			Title:  Text{"企业国有资产评估管理暂行办法", "Interim Measures for the Management of State-owned Asset Appraisal of Enterprises"},
			Issuer: "国务院国有资产监督管理委员会", Effective: From(on(2005, 9, 1)), Evidence: SecondHand,
			Note: Text{"所见前4条文字经改写，仅取日期与核准、备案制；第6条列举凭记忆", "the first 4 articles were seen reworded, only the date and the two procedures are taken; the list of article 6 is from memory"},
		},
		{
			ID: "国资发产权规〔2024〕8号", Number: "国资发产权规〔2024〕8号",
			Title:  Text{"关于优化中央企业资产评估管理有关事项的通知", "Notice on Improving the Management of Asset Appraisal of Central Enterprises"},
			Issuer: "国务院国有资产监督管理委员会", Published: on(2024, 1, 30), Evidence: Verified,
			Note: Text{"适用于中央企业及其子企业，地方参照", "for central enterprises and their subsidiaries; others by reference"},
		},
		{
			ID: "中评协〔2023〕17号", Number: "中评协〔2023〕17号",
			Title:  Text{"数据资产评估指导意见", "Guiding Opinions on Data Asset Appraisal"},
			Issuer: "中国资产评估协会", Published: on(2023, 9, 8), Effective: From(on(2023, 10, 1)), Evidence: SecondHand,
			Note: Text{"施行日凭记忆", "the day it took effect is from memory"},
		},
		{
			ID: "国务院国资委、财政部令第32号", Number: "国务院国资委 财政部令第32号",
			Title:  Text{"企业国有资产交易监督管理办法", "Measures for the Supervision and Administration of Transactions of State-owned Assets of Enterprises"},
			Issuer: "国务院国有资产监督管理委员会、财政部", Effective: From(on(2016, 6, 24)), Evidence: SecondHand,
			Note: Text{"施行日和第48—52条条号凭记忆", "the day it took effect and the numbers of articles 48 to 52 are from memory"},
		},
		{
			ID: "国资发产权规〔2025〕17号", Number: "国资发产权规〔2025〕17号",
			Title:  Text{"企业国有资产交易操作规则", "Operating Rules for Transactions of State-owned Assets of Enterprises"},
			Issuer: "国务院国有资产监督管理委员会", Signed: on(2025, 2, 18), Effective: From(on(2025, 2, 18)), Evidence: Verified,
			Note: Text{"第四章（第77—85条）据解读", "chapter 4 (articles 77 to 85) is known from commentary"},
		},
		{
			ID: "国资厅发产权〔2013〕78号", Number: "国资厅发产权〔2013〕78号",
			Title:  Text{"关于中央企业资产转让进场交易有关事项的通知", "Notice on the Transfer of Assets of Central Enterprises through Exchanges"},
			Issuer: "国务院国有资产监督管理委员会办公厅", Evidence: Verified,
			Note: Text{"适用于中央企业；日期未取得", "for central enterprises; dates not had"},
		},
		{
			ID: "国资发财评规〔2021〕75号", Number: "国资发财评规〔2021〕75号",
			Title:  Text{"关于加强中央企业融资担保管理工作的通知", "Notice on Strengthening the Management of Financing Guarantees of Central Enterprises"},
			Issuer: "国务院国有资产监督管理委员会", Evidence: Memory,
			Note: Text{"担保比例凭记忆", "the ratios are from memory"},
		},

		// Standards.
		{
			ID: "GB/T14885-2022", Number: "GB/T 14885-2022",
			Title:     Text{"固定资产等资产基础分类与代码", "Basic Classification and Codes of Fixed Assets and Other Assets"},
			Published: on(2022, 12, 30), Effective: From(on(2022, 12, 30)), Evidence: Verified,
			Note: Text{"只核到元数据和范围；无形资产代码A08及数据代码A08060200凭记忆", "only its metadata and scope were read; the codes A08 of intangible assets and A08060200 of data are from memory"},
		},
		{
			ID: "GB/T35416-2017", Number: "GB/T 35416-2017",
			Title:    Text{"无形资产分类与代码", "Classification and Codes of Intangible Assets"},
			Evidence: Verified,
			Note:     Text{"只核到代码表开头；信息数据类未见；日期未取得", "only the beginning of the table was read; its class of information and data was not seen; dates not had"},
		},
		{
			ID: "GB/T36344-2018", Number: "GB/T 36344-2018",
			Title:    Text{"信息技术 数据质量评价指标", "Information Technology: Evaluation Indicators for Data Quality"},
			Evidence: SecondHand,
			Note:     Text{"只用其六个质量维度的名称；日期未取得", "only the names of its six dimensions of quality are used; dates not had"},
		},
		{
			ID: "GB/T46353-2025", Number: "GB/T 46353-2025",
			Title:    Text{"数据资产价值评估", "Valuation of Data Assets"},
			Evidence: SecondHand,
			Note:     Text{"标题为转引所用；日期未取得", "the title is the one others use; dates not had"},
		},
		{
			ID: "GB/T47949-2026", Number: "GB/T 47949-2026",
			Title:    Text{"资产管理 数据资产分类与代码", "Asset Management: Classification and Codes of Data Assets"},
			Evidence: SecondHand,
			Note:     Text{"原文和实施日期未取得", "neither its text nor its date of effect was had"},
		},
		{
			ID: "GB/T47950-2026", Number: "GB/T 47950-2026",
			Title:    Text{"资产管理 数据资产登记指南", "Asset Management: Guidelines for the Registration of Data Assets"},
			Evidence: SecondHand,
			Note:     Text{"原文和实施日期未取得；登记类型无更正，与本方案四类不一致，待核", "neither its text nor its date of effect was had; it has no correction among its types of registration, unlike the plan: to be checked"},
		},
		{
			ID: "DB33/T1329-2023", Number: "DB33/T 1329-2023",
			Title:     Text{"数据资产确认工作指南", "Guidelines for the Recognition of Data Assets"},
			Effective: From(on(2023, 12, 5)), Evidence: Verified,
			Note: Text{"浙江省地方标准，对广西无约束力，只核到元数据", "a standard of Zhejiang Province that does not bind Guangxi; only its metadata were read"},
		},

		// Days and terms.
		{
			ID:       "民法典",
			Title:    Text{"中华人民共和国民法典", "Civil Code of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第200—204条；第444、445条引用前先核", "articles 200 to 204 were read; verify 444 and 445 before quoting"},
		},
		{
			ID:       "民法通则意见",
			Title:    Text{"最高人民法院关于贯彻执行《中华人民共和国民法通则》若干问题的意见（试行）", "Opinions of the Supreme People's Court on Several Issues in Implementing the General Principles of the Civil Law (for Trial Implementation)"},
			Issuer:   "最高人民法院",
			Evidence: SecondHand,
			Note:     Text{"旧司法解释，第198条据学习资料", "an old judicial interpretation; article 198 was read in study material"},
		},
		{
			ID:       "民事诉讼法",
			Title:    Text{"中华人民共和国民事诉讼法", "Civil Procedure Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"所读文本注为2014年，而引第85条，条号与版本是否相合待核", "article 85 is cited from a text dated 2014; whether number and version agree is to be checked"},
		},
		{
			ID:       "行政许可法",
			Title:    Text{"中华人民共和国行政许可法", "Administrative Licensing Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第82条", "article 82 was read"},
		},
		{
			ID:       "行政强制法",
			Title:    Text{"中华人民共和国行政强制法", "Administrative Compulsion Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第69条", "article 69 was read"},
		},
		{
			ID:       "行政复议法",
			Title:    Text{"中华人民共和国行政复议法", "Administrative Reconsideration Law of the People's Republic of China"},
			Evidence: Memory,
			Note:     Text{"第88条（旧第40条）凭记忆，引用前先核", "article 88 (formerly 40) is from memory; look it up before quoting"},
		},
		{
			ID:       "行政处罚法",
			Title:    Text{"中华人民共和国行政处罚法", "Administrative Penalty Law of the People's Republic of China"},
			Evidence: Memory,
			Note:     Text{"第85条凭记忆，引用前先核", "article 85 is from memory; look it up before quoting"},
		},
		{
			ID:       "政府信息公开条例",
			Title:    Text{"中华人民共和国政府信息公开条例", "Regulation of the People's Republic of China on Open Government Information"},
			Evidence: Verified,
			Note:     Text{"只核到20个工作日的期限，条号未记", "only the term of 20 working days was read; the article was not noted"},
		},
		{
			ID:     "国务院关于职工工作时间的规定",
			Title:  Text{"国务院关于职工工作时间的规定", "Provisions of the State Council on Working Hours of Employees"},
			Issuer: "国务院", Evidence: Verified,
			Note: Text{"核到第7条", "article 7 was read"},
		},
		{
			ID: "财政部令第87号", Number: "财政部令第87号",
			Title:  Text{"政府采购货物和服务招标投标管理办法", "Measures for Tendering and Bidding in Government Procurement of Goods and Services"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"核到第85条；节假日是否含周末有争议", "article 85 was read; whether its holidays include weekends is disputed"},
		},
		{
			ID: "财政部令第94号", Number: "财政部令第94号",
			Title:  Text{"政府采购质疑和投诉办法", "Measures for Queries and Complaints in Government Procurement"},
			Issuer: "财政部", Evidence: Verified,
			Note: Text{"核到第42条；节假日是否含周末有争议", "article 42 was read; whether its holidays include weekends is disputed"},
		},
		{
			ID:       "税收征管法实施细则",
			Title:    Text{"中华人民共和国税收征收管理法实施细则", "Rules for the Implementation of the Tax Collection and Administration Law of the People's Republic of China"},
			Evidence: Verified,
			Note:     Text{"核到第109条", "article 109 was read"},
		},
		{
			ID: "税总办函〔2019〕449号", Number: "税总办函〔2019〕449号",
			Title:  Text{"国家税务总局办公厅关于明确2020年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2020"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
			Note: Text{"只用于核对：2020年10月为23日，与推得的规则不合，未解释", "used only as a check: its 23 October 2020 is not explained by the inferred rule"},
		},
		{
			ID: "税总办函〔2020〕242号", Number: "税总办函〔2020〕242号",
			Title:  Text{"国家税务总局办公厅关于明确2021年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2021"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
		},
		{
			ID: "税总办征科函〔2021〕201号", Number: "税总办征科函〔2021〕201号",
			Title:  Text{"国家税务总局办公厅关于明确2022年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2022"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
		},
		{
			ID: "税总办征科函〔2022〕245号", Number: "税总办征科函〔2022〕245号",
			Title:  Text{"国家税务总局办公厅关于明确2023年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2023"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
			Note: Text{"来源省略机关代字，承上一文号补", "the source abbreviates the number; its letters are those of the one before"},
		},
		{
			ID:     "2024年度申报纳税期限通知",
			Title:  Text{"国家税务总局办公厅关于明确2024年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2024"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
			Note: Text{"文号未见", "number not read"},
		},
		{
			ID: "税总办征科函〔2025〕64号", Number: "税总办征科函〔2025〕64号",
			Title:  Text{"国家税务总局办公厅关于明确2026年度申报纳税期限的通知", "Notice of the General Office of the State Taxation Administration on the Deadlines for Tax Returns in 2026"},
			Issuer: "国家税务总局办公厅", Evidence: Verified,
			Note: Text{"来源省略机关代字，承上一文号补", "the source abbreviates the number; its letters are those of the one before"},
		},
		{
			ID: "国务院令第513号", Number: "国务院令第513号",
			Title:  Text{"全国年节及纪念日放假办法（2007年修订）", "Measures for Holidays on National Festivals and Memorial Days (2007)"},
			Issuer: "国务院", Effective: Between(on(2008, 1, 1), on(2013, 12, 31)), Evidence: SecondHand,
			Note: Text{"全年11天；来源只给年份（2008年起），起止日据此推定", "11 days a year; the source gives years only (from 2008), the first and last days follow from them"},
		},
		{
			ID: "国务院令第644号", Number: "国务院令第644号",
			Title:  Text{"全国年节及纪念日放假办法（2013年修订）", "Measures for Holidays on National Festivals and Memorial Days (2013)"},
			Issuer: "国务院", Effective: Between(on(2014, 1, 1), on(2024, 12, 31)), Evidence: SecondHand,
			Note: Text{"全年11天；来源只给年份（2014年起），起日据此推定，止日为新办法施行前一日", "11 days a year; the source gives the year only (from 2014), the first day follows from it, the last is the day before the new text took effect"},
		},
		{
			ID: "国务院令第795号", Number: "国务院令第795号",
			Title:  Text{"全国年节及纪念日放假办法（2024年修订）", "Measures for Holidays on National Festivals and Memorial Days (2024)"},
			Issuer: "国务院", Signed: on(2024, 11, 10), Effective: From(on(2025, 1, 1)), Evidence: Verified,
			Note: Text{"全年13天", "13 days a year"},
		},
		{
			ID:     "国务院办公厅年度节假日通知",
			Title:  Text{"国务院办公厅关于部分节假日安排的通知（历年）", "Notices of the General Office of the State Council on the Arrangement of Certain Holidays (yearly)"},
			Issuer: "国务院办公厅", Evidence: Verified,
			Note: Text{"自2004年度起；历年及临时调整的文号、日期在日历数据中逐年列出；2004、2005年度文号据转引；2027年度截至2026-11-23未见", "from 2004 on; numbers and dates, with later changes, stand year by year in the calendar's data; those for 2004 and 2005 are quoted by others; none for 2027 was found by 2026-11-23"},
		},
		{
			ID: "广西壮族自治区人民政府令第98号", Number: "自治区人民政府令第98号",
			Title:  Text{"广西壮族自治区少数民族习惯节日放假办法", "Measures of the Guangxi Zhuang Autonomous Region for Holidays on Customary Festivals of Ethnic Minorities"},
			Issuer: "广西壮族自治区人民政府", Signed: on(2014, 1, 7), Effective: From(on(2014, 3, 1)), Evidence: SecondHand,
			Note: Text{"未见官方页面", "no official page was seen"},
		},
		{
			ID:     "广西年度三月三放假通知",
			Title:  Text{"自治区人民政府办公厅关于壮族三月三放假安排的通知（历年）", "Notices of the General Office of the People's Government of the Region on the Holiday of the Zhuang Third of the Third Month (yearly)"},
			Issuer: "广西壮族自治区人民政府办公厅", Evidence: SecondHand,
			Note: Text{"自2014年起；未见官方页面和文号，只见转载和报道；2024年只有一个来源", "from 2014 on; neither official pages nor numbers were seen, only reposts and news; 2024 rests on one source"},
		},
		{
			ID: "人社部发〔2025〕2号", Number: "人社部发〔2025〕2号",
			Title:  Text{"关于职工全年月平均工作时间和工资折算问题的通知", "Notice on Average Monthly Working Time and the Conversion of Wages"},
			Issuer: "人力资源社会保障部", Evidence: SecondHand,
			Note: Text{"全年248个工作日；未注明来源", "248 working days a year; no source is named"},
		},
		{
			ID: "劳社部发〔2008〕3号", Number: "劳社部发〔2008〕3号",
			Title:  Text{"关于职工全年月平均工作时间和工资折算问题的通知", "Notice on Average Monthly Working Time and the Conversion of Wages (2008)"},
			Issuer: "劳动和社会保障部", Evidence: SecondHand,
			Note: Text{"旧规定，全年250个工作日；未注明来源", "the former rule, 250 working days a year; no source is named"},
		},
	}
}
