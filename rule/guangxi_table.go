package rule

// guangxiClauses cuts the plan as its own sections run. The paragraph before
// 一 has no number and is called 前言; 三 is headed 工作目标, 四(一)…四(七) stand
// in 四、主要任务, 五(一)…五(四) in 五、工作要求, and 六 (保障措施) has no
// subsections.
func guangxiClauses() []PlanClause {
	return []PlanClause{
		{"GX-0.1", "前言", Text{"本方案依据的文件：数据二十条、财资〔2023〕141号、财资〔2024〕167号、桂财资〔2025〕7号等", "documents the plan rests on: the Twenty Data Measures, 财资〔2023〕141号, 财资〔2024〕167号, 桂财资〔2025〕7号 and others"}},

		{"GX-1", "一", Text{"全过程五个环节：台账编制、登记、授权运营、收益分配、交易流通", "five links of the whole process: ledger compilation, registration, authorised operation, revenue distribution, trading and circulation"}},
		{"GX-1.2", "一", Text{"试点成果：全过程工作指引、应用标杆和典型案例", "what the pilot leaves behind: a guide to the whole process, benchmark applications and model cases"}},

		{"GX-2.1", "二", Text{"试点单位名单：区直部门15个、区直企业9个、设区市财政局3个，三份名单均不穷尽", "pilot units by name: 15 region departments, 9 region enterprises, 3 city finance bureaus; each list is open"}},
		{"GX-2.2", "二", Text{"试点单位分三类：区直部门、区直企业、设区市财政局，义务因类而异", "three kinds of pilot unit: region department, region enterprise, city finance bureau; duties differ by kind"}},

		{"GX-3.1", "三", Text{"试点时间：2025年4月1日至2026年12月31日", "the pilot runs from 2025-04-01 to 2026-12-31"}},
		{"GX-3.2", "三", Text{"2025年6月底前制定试点工作方案并报自治区财政厅备案", "pilot work plan made and filed with the region finance department by the end of June 2025"}},
		{"GX-3.3", "三", Text{"2025年年底前：挖掘应用场景、开发数据产品，五个环节取得阶段性成效", "by the end of 2025: scenarios mined, data products developed, first results in all five links"}},
		{"GX-3.4", "三", Text{"2026年年底前：完成试点任务，推出典型案例，总结试点经验", "by the end of 2026: tasks completed, model cases brought out, experience summed up"}},
		{"GX-3.5", "三", Text{"典型案例的八个重点领域：科技、水利、农业、交通、林业、气象、文化旅游、卫生健康等", "eight key fields for model cases: science and technology, water, agriculture, transport, forestry, weather, culture and tourism, health; the list is open"}},
		{"GX-3.6", "三", Text{"2025年上半年启动试点，选取试点主要内容", "first half of 2025: the unit starts and chooses the main contents of its pilot"}},
		{"GX-3.7", "三", Text{"完善数据资产管理制度、标准体系和运行机制", "rules, standards and running mechanism of data asset management improved"}},

		{"GX-4.1.1", "四(一)", Text{"2025年4月底前清查信息化项目及系统，摸清所持有数据的内容、规模、覆盖范围、是否授权运营等", "by the end of April 2025: IT projects and systems swept; content, scale, coverage and authorisation of the data held are known"}},
		{"GX-4.1.2", "四(一)", Text{"数据资产确认条件：履职或公共服务中持有或控制，预期产生管理服务潜力或带来经济利益流入等", "recognition: held or controlled in performing duties or public services, expected to bring management or service potential or economic inflow, and other conditions"}},
		{"GX-4.1.3", "四(一)", Text{"符合确认条件的数据资源全部纳入数据资产管理，不遗漏", "every data resource that meets the conditions is brought under management, none left out"}},
		{"GX-4.1.4", "四(一)", Text{"加强数据汇集、治理，提升数据资源质量", "data gathered and governed, quality of data resources raised"}},

		{"GX-4.2.1", "四(二)", Text{"2025年5月底前对已确认的数据资产编制台账", "by the end of May 2025: ledger of the confirmed data assets compiled"}},
		{"GX-4.2.2", "四(二)", Text{"台账关键信息：名称、简介、权属、分类、是否确权登记、财务入账状态等", "key fields of the ledger: name, introduction, ownership, classification, whether rights are registered, booking status, and others"}},
		{"GX-4.2.3", "四(二)", Text{"台账动态管理，保持规范化", "the ledger is managed dynamically and stays standardised"}},

		{"GX-4.3.1", "四(三)", Text{"支持有关主体对持有或控制的数据资产应登尽登", "registration of all that should be registered is supported"}},
		{"GX-4.3.2", "四(三)", Text{"纳入授权运营范围的公共数据资产，对外提供使用前须完成资产登记", "public data assets within authorised operation are registered before they are supplied to others"}},
		{"GX-4.3.3", "四(三)", Text{"区直部门在预算管理一体化系统登记数据资产信息卡片，生成数据资产证书，作为对外授权使用的凭证", "region departments enter an information card in the integrated budget system; it yields a data asset certificate, the voucher for authorised outside use"}},
		{"GX-4.3.4", "四(三)", Text{"登记动态管理：信息变化的变更登记，登记有误的更正登记，损毁灭失等的注销登记", "dynamic registration: alteration when information changes, correction when it was wrong, cancellation when data are damaged or lost, and the like"}},
		{"GX-4.3.5", "四(三)", Text{"国家行业主管部门对本行业系统公共数据资产登记另有规定的优先适用", "a national sector authority's own registration rules for public data assets of its system come first"}},
		{"GX-4.3.6", "四(三)", Text{"区直企业登记资产信息卡片：基本信息、权利信息、使用信息、管理信息，并动态管理", "region enterprises keep an asset information card with basic, rights, use and management information, up to date"}},
		{"GX-4.3.7", "四(三)", Text{"行政事业单位和国有企业数据资产管理情况逐步纳入本级政府国有资产报告，接受本级人大常委会监督", "data assets of institutions and state-owned enterprises enter, step by step, the report on state-owned assets of the government of that level to the standing committee of the people's congress"}},

		{"GX-4.4.1", "四(四)", Text{"区直部门参照《政府会计准则第4号》计量和入账，计入“无形资产——数据资产——×××”等科目", "region departments measure and book by reference to Government Accounting Standard 4, under 无形资产——数据资产——××× and other accounts"}},
		{"GX-4.4.2", "四(四)", Text{"成本无法可靠计量的，可暂按名义金额入账", "where cost cannot be measured reliably, booking at nominal amount for the time being is allowed"}},
		{"GX-4.4.3", "四(四)", Text{"成本能够可靠计量或新规定出台后，调整按名义金额入账的数据资产", "nominal bookings are adjusted once cost can be measured reliably or new rules are issued"}},
		{"GX-4.4.4", "四(四)", Text{"数据资产价值不得虚增", "no inflating of data asset value"}},
		{"GX-4.4.5", "四(四)", Text{"区直企业按财会〔2023〕11号等要求做好数据资产入表等账务处理", "region enterprises book and present data assets by 财会〔2023〕11号 and related rules"}},
		{"GX-4.4.6", "四(四)", Text{"数据资产价值变动的，及时调账", "when the value of data assets changes, the accounts are adjusted in time"}},

		{"GX-4.5.1", "四(五)", Text{"以政务数据共享取得的公共数据用于授权运营，须经共享数据提供单位同意", "public data obtained by government data sharing need the provider's consent before authorised operation"}},
		{"GX-4.5.2", "四(五)", Text{"区直部门对外授权有偿使用：主管部门审核、财政部门审批", "paid outside use by a region department: the competent department reviews, the finance department approves"}},
		{"GX-4.5.3", "四(五)", Text{"区直企业对外授权运营按企业国有资产监管规定执行", "outside authorised operation by a region enterprise follows the supervision rules for enterprise state-owned assets"}},
		{"GX-4.5.4", "四(五)", Text{"授权模式：整体、分领域、依场景；授予使用权、经营权", "modes of authorisation: whole, by field, by scenario; what is granted: right of use, right of operation"}},
		{"GX-4.5.5", "四(五)", Text{"事中事后监管：定期评估、动态调整，根据市场运营情况调整或收回授权", "supervision during and after: periodic evaluation, dynamic adjustment; authorisation is adjusted or withdrawn by the state of market operation"}},
		{"GX-4.5.6", "四(五)", Text{"鼓励运营机构以技术、服务等方式支持数据提供部门的数据治理", "operators are encouraged to support the provider's data governance by technology and services"}},
		{"GX-4.5.7", "四(五)", Text{"授权运营遵循国家和自治区公共数据资源授权运营管理规定", "authorised operation follows the rules of the State and the region on public data resources"}},
		{"GX-4.5.8", "四(五)", Text{"规范数据资产使用和处置的审批程序", "approval of use and of disposal of data assets is standardised"}},

		{"GX-4.6.1", "四(六)", Text{"谁投入、谁贡献、谁受益：以协议约定各方收益比例，分配方式和激励措施灵活配置", "who invests, contributes, benefits: shares fixed by agreement, flexible in method and incentive"}},
		{"GX-4.6.2", "四(六)", Text{"各权利主体依法纳税、上缴收益，由本级财政部门纳入预算管理", "parties pay tax and hand over revenue; the finance department of the same level takes it into the budget"}},
		{"GX-4.6.3", "四(六)", Text{"区直部门一次性使用或处置收入：获得后10个工作日内报自治区财政厅备案", "region department, one-off revenue from use or disposal: filed with the region finance department within 10 working days of receipt"}},
		{"GX-4.6.4", "四(六)", Text{"区直部门分次获得的使用或处置收入：每季度结束后10个工作日内报自治区财政厅备案", "region department, revenue from use or disposal in instalments: filed with the region finance department within 10 working days after each quarter"}},
		{"GX-4.6.5", "四(六)", Text{"区直企业使用、处置收入及增信、质押融资等：完成后10个工作日内报主管部门或国资监管部门备案，抄送自治区财政厅", "region enterprise, revenue from use or disposal, credit enhancement, pledge financing: filed within 10 working days of completion with the competent department or state-asset regulator, copy to the region finance department"}},
		{"GX-4.6.6", "四(六)", Text{"区直部门使用及处置收入按自治区本级行政事业性国有资产收入管理规定执行", "a region department's revenue from use and disposal follows the region-level rules on state-asset revenue of administrative and public institutions"}},

		{"GX-4.7.1", "四(七)", Text{"探索协议约定、评估定价等多样化价格形成机制", "price forms explored: agreement, appraisal and others"}},
		{"GX-4.7.2", "四(七)", Text{"公共数据资产：用于公共治理、公益事业的有条件无偿使用，用于产业、行业发展的有条件有偿使用", "public data assets: conditionally free for public governance and welfare, conditionally paid for industry"}},
		{"GX-4.7.3", "四(七)", Text{"对公共数据资产合法再次开发形成的产品或服务，由市场定价", "products and services lawfully re-developed from public data assets: the market sets the price"}},
		{"GX-4.7.4", "四(七)", Text{"鼓励场内公开交易，规范场外交易，促进信息公开", "on-exchange trading encouraged, off-exchange trading regulated, information disclosed"}},
		{"GX-4.7.5", "四(七)", Text{"区直企业可基于自有数据试点，也可为其他单位试点提供技术和服务支持", "region enterprises may pilot on their own data, or support other units' pilots with technology and services"}},
		{"GX-4.7.6", "四(七)", Text{"发挥数据企业和第三方专业服务机构作用，通过数据交易所等加强供需对接", "data enterprises and third-party services take part; exchanges bring supply and demand together"}},
		{"GX-4.7.7", "四(七)", Text{"区直企业试点七个方面：确认、授权运营、产品开发、场景应用、收益分配、交易流通、风险防控", "region enterprises pilot seven aspects: recognition, authorised operation, product development, scenarios, distribution, trading, risk control"}},

		{"GX-5.1.1", "五(一)", Text{"每季度结束后10个工作日内向自治区财政厅报送进展情况", "progress report to the region finance department within 10 working days after each quarter"}},
		{"GX-5.1.2", "五(一)", Text{"试点完成后1个月内报送总结：五个环节成效、困难和原因、建议", "summary within 1 month after the pilot is completed: results in the five links, difficulties and causes, proposals"}},
		{"GX-5.1.3", "五(一)", Text{"试点任务列入议事日程，建立工作机制，明确责任部门和人员", "task on the agenda, work mechanism set up, responsible department and persons named"}},
		{"GX-5.2", "五(二)", Text{"支持试点单位自行确定下属单位或所辖县（市、区）试点", "a unit may name subordinate units or counties as its own pilots"}},
		{"GX-5.3.1", "五(三)", Text{"遵守《数据安全法》，制定数据资产安全管理制度和应急预案", "Data Security Law observed; data asset security system and emergency plan in place"}},
		{"GX-5.3.2", "五(三)", Text{"对外授权使用数据资产按国家有关规定评估", "outside authorised use is assessed as the State prescribes"}},
		{"GX-5.3.3", "五(三)", Text{"严禁以行政事业单位数据资产担保、新增政府隐性债务", "no guarantee on data assets of administrative and public institutions, no new hidden government debt"}},
		{"GX-5.3.4", "五(三)", Text{"严禁行政事业单位借授权有偿使用之名虚增财政收入", "no inflating of fiscal revenue by administrative and public institutions under the name of paid use"}},
		{"GX-5.3.5", "五(三)", Text{"有偿使用不得把不合理成本转嫁给社会公众", "no unreasonable cost of paid use passed on to the public"}},
		{"GX-5.3.6", "五(三)", Text{"秉持审慎原则，开展可研论证和尽职调查", "prudence: feasibility study and due diligence in managing data assets"}},
		{"GX-5.4", "五(四)", Text{"鼓励与高校、科研院所、领先企业合作，探索数据资产与人工智能等交叉研究", "co-operation with universities, institutes and leading firms encouraged, and research on data assets with artificial intelligence"}},

		{"GX-6.1", "六", Text{"职责分工：财政厅、数据局、国资委、试点单位各负其责，党委金融办等部门监管指导", "roles: region finance department, data bureau, state-asset regulator and pilot units; the Party committee's finance office and other departments supervise and guide"}},
		{"GX-6.2", "六", Text{"2025年4月10日前将试点单位联络员名单（负责人、联系人）发至自治区财政厅资产管理处", "liaison list (leader and contact) sent to the asset division of the region finance department by 2025-04-10"}},
		{"GX-6.3", "六", Text{"试点设区市财政局参照自治区本级同步建立本地区工作机制", "city finance bureaus set up their city's mechanism by reference to the region level"}},
		{"GX-6.4", "六", Text{"自治区财政厅健全制度体系和标准，牵头建立本级工作机制，逐步纳入财政管理绩效考评", "region finance department: rules and standards, mechanism of the region level, step by step into performance appraisal"}},
		{"GX-6.5", "六", Text{"及时反馈试点推进中的问题和困难", "problems and difficulties met in the pilot are reported in time"}},
	}
}
