/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of AscWordLists. To teach a language: add rows; a language with a row is no longer
 * served by English. */
#include "asc-word-lists.h"

#define BEFORE_WORD   ASC_WORD_ABBREVIATION_BEFORE_WORD
#define BEFORE_NUMBER ASC_WORD_ABBREVIATION_BEFORE_NUMBER
#define ANYWHERE      ASC_WORD_ABBREVIATION_ANYWHERE
#define FUNCTION      ASC_WORD_FUNCTION
#define PARTICLE      ASC_WORD_PARTICLE
#define FIRST         (ASC_WORD_PARTICLE | ASC_WORD_PARTICLE_FIRST)
#define OF            ASC_WORD_OF
#define ARTICLE       ASC_WORD_ARTICLE
#define INSTITUTION   ASC_WORD_INSTITUTION
#define ELISION       ASC_WORD_ELISION
#define SUFFIX        ASC_WORD_SUFFIX

const char *const asc_word_lists_ordinal_languages[] = {
  "bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "sk", "sl", "sr", "tr", NULL,
};

const char *const asc_word_lists_noun_languages[] = { "de", "lb", NULL };

const AscWordListRow asc_word_lists_rows[] = {
  /* Of every language: titles travel with their bearers. */
  { "*", BEFORE_WORD, "Dr Prof Mr Mrs Ms St vs e.g i.e" },
  { "*", ANYWHERE, "U.S U.K U.N E.U Inc Ltd Co Corp Jr Sr Ph.D a.m p.m etc" },
  { "*", PARTICLE,
    "de da di du do dos das del della der den van von vom zu zum zur la le las los ter ten bin ibn "
    "bint al el ul" },
  { "*", ASC_WORD_PARTICLE_FIRST, "al el ibn bint" },

  { "en", BEFORE_WORD,
    "Drs Messrs Mmes Profs Rev Revs Fr Hon Pres Gen Gens Sen Sens Rep Reps Gov Govs Lt Col Cols "
    "Capt Cmdr Maj Sgt Cpl Pvt Adm Amb Sec Supt Insp Det Atty Brig Cllr Asst Assoc Dep Ven Mt Ft "
    "Ste cf viz v" },
  { "en", BEFORE_NUMBER, "No Nos Nr p pp vol vols fig figs art arts ch sec sect eq ex para Mar r" },
  { "en", ANYWHERE,
    "Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Bros Cos plc "
    "Esq al approx dept est ext Ave Blvd Rd Hwy Bldg Apt Univ Assn Natl Intl ca hr hrs lb lbs oz "
    "mph Mfg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Md Mass Mich Minn Miss Mont "
    "Neb Nev Okla Ore Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que" },
  { "en", FUNCTION,
    "a an the this that these those my your his her its our their some any no every each all both "
    "either neither many most much few several other another such what which who whom whose when "
    "where why how i you he she it we they me him us them there here one two three and or but nor "
    "so yet if unless until while because although though since as than whether in on at by for "
    "from to of with without within about above across after against along amid among around "
    "before behind below beneath beside between beyond despite during except inside into like near "
    "off onto out outside over past per through throughout toward towards under up upon via also "
    "again already even ever first finally further furthermore hence however indeed instead just "
    "last lately later meanwhile moreover never nevertheless next nonetheless not now often once "
    "only otherwise overall perhaps rather recently second similarly sometimes soon still then "
    "therefore third thus today together tomorrow too unlike usually monday tuesday wednesday "
    "thursday friday saturday sunday very well yes yesterday according asked given speaking am is "
    "are was were be been being do does did has have had can could may might must shall should "
    "will would let" },
  { "en", OF, "of" },
  { "en", ARTICLE, "the" },
  { "en", ASC_WORD_PARTICLE_FIRST, "bin von van der den dos" },
  { "en", SUFFIX,
    "aged based born bound built era free funded held led like linked made only owned run ruled "
    "size style trained type wide" },
  { "en", INSTITUTION,
    "academy administration agency alliance army archbishop assembly association attorney "
    "authority bank bar bay bishop board bureau cabinet cape center centre chair chairman chamber "
    "chancellor chief church city coalition college commission committee commonwealth conference "
    "confederation congress convention council county court democracy department director division "
    "duchess duke earl embassy emir empire faculty federation foundation front general government "
    "governor guild gulf head house institute institution island isle king kingdom league legion "
    "library lord mayor member minister ministry movement museum office order organisation "
    "organization parliament party people port president prime prince princess professor queen "
    "representatives republic school sea secretary senate society speaker state states strait "
    "sultan supreme trust union university" },

  { "de", BEFORE_WORD,
    "Hr Hrn Fr Frl Dipl Ing Mag Abg Bgm Min bzgl bzw ca d.h z.B u.a vgl evtl ggf inkl exkl insb lt "
    "mind sog gem geb gest einschl entspr ehem zzgl abzgl vs bes dt franz engl russ Bsp Verf Hrsg "
    "Dres Univ" },
  { "de", BEFORE_NUMBER, "Nr Art Abs Kap Bd Abb Tab Az Ziff Anm Aufl Jg Seite Tel" },
  { "de", ANYWHERE,
    "usw u.U v.a o.ä u.ä Mio Mrd Tsd Std Sek Jh Jhd Str Jan Feb Mär Apr Jun Jul Aug Sept Okt Nov "
    "Dez Mo Di Mi Do Fr Sa" },
  { "de", FUNCTION,
    "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen "
    "jeder jede jedes jener jene kein keine mein meine sein seine ihr ihre unser unsere alle viele "
    "einige manche mehrere beide andere solche welche ich du er sie es wir man wer was wo wann "
    "warum wie hier da dort und oder aber denn sondern doch wenn weil obwohl während bevor nachdem "
    "seit bis ob dass damit als in im an am auf aus bei beim mit nach von vom zu zum zur für gegen "
    "ohne um durch über unter vor hinter neben zwischen trotz wegen laut gemäß ab außer auch noch "
    "nur schon so dann danach dabei dazu dafür dagegen daher darum deshalb jedoch allerdings zudem "
    "außerdem inzwischen nun jetzt heute gestern morgen bereits zuletzt zuvor später erst nicht "
    "nie immer oft wieder ja nein dennoch trotzdem ist sind war waren hat haben hatte wird werden "
    "wurde kann soll muss" },
  { "de", OF, "für des" },
  { "de", ARTICLE, "der die das den dem des ein eine einen einem einer eines" },
  { "de", ASC_WORD_PARTICLE_FIRST, "van bin dos" },
  { "de", INSTITUTION,
    "amt bundesamt bundesministerium ministerium minister ministerin bundesminister "
    "bundesministerin staatssekretär institut verband bund rat bank universität hochschule "
    "akademie behörde landesamt zentrale bundeszentrale gesellschaft stiftung" },

  { "fr", BEFORE_WORD,

    "MM Mme Mmes Mlle Mlles Mgr Me Pr Ste Sts av bd boul cf env ex p.ex éd dir gén col cap lt" },
  { "fr", BEFORE_NUMBER, "art chap fig no nos p pp vol t tél" },
  { "fr", ANYWHERE, "janv févr avr juil sept oct nov déc Cie Ets Sté hab min apr av.J.-C" },
  { "fr", FUNCTION,
    "le la les l un une des du de d au aux ce cet cette ces mon ma mes son sa ses notre nos votre "
    "vos leur leurs tout toute tous toutes chaque plusieurs quelques certains aucun autre autres "
    "je tu il elle on nous vous ils elles qui que quoi dont où quand comment pourquoi combien et "
    "ou mais donc or ni car si comme lorsque puisque quoique à a en dans par pour sur sous avec "
    "sans contre chez vers entre depuis pendant avant après malgré selon dès jusque outre aussi "
    "alors ainsi cependant pourtant toutefois ensuite enfin puis déjà encore ici là hier demain "
    "aujourd’hui c’est ne pas non oui bien plus moins très" },
  { "fr", OF, "de du des d" },
  { "fr", ELISION, "l d qu j n s m t c jusqu lorsqu puisqu" },
  { "fr", ARTICLE, "la le les l" },
  { "fr", ASC_WORD_PARTICLE_FIRST, "bin von van der ter ten" },
  { "fr", INSTITUTION,
    "académie agence assemblée association banque bureau chambre comité commission confédération "
    "conseil cour département direction école fédération fondation front gouvernement institut "
    "ligue mairie ministère ministre mouvement musée office organisation parti président "
    "présidente préfecture préfet république secrétaire société syndicat tribunal union université "
    "ville" },

  { "es", BEFORE_WORD,
    "Sra Sras Sres Srta Dra Dres Ud Uds Vd Lic Ing Gral Cnel Tte Cap Arq Excmo Excma Ilmo Ilma "
    "Mons Sto Sta EE p.ej aprox" },
  { "es", BEFORE_NUMBER, "núm núms pág págs p pp art arts cap vol fig tel" },
  { "es", ANYWHERE, "EE.UU UU Avda Av Cía Admón ene feb abr ago sept oct nov dic a.C d.C" },
  { "es", FUNCTION,
    "el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel mi tu "
    "su sus nuestro cada todo toda todos todas otro otra otros varios algunos muchos ningún yo él "
    "ella nosotros ellos ellas usted ustedes se le les nos me qué quién cuál cuándo dónde cómo que "
    "quien y e o u pero sino ni si porque aunque cuando mientras como pues a ante bajo con contra "
    "de desde durante en entre hacia hasta para por según sin sobre tras también además ahora así "
    "ayer hoy mañana entonces luego después antes ya no sí más menos muy sin embargo" },
  { "es", OF, "de del" },
  { "es", ARTICLE, "la el los las" },
  { "es", ASC_WORD_PARTICLE_FIRST, "bin von van der ter ten" },
  { "es", INSTITUTION,
    "academia agencia asamblea asociación ayuntamiento banco cámara comisión comité congreso "
    "consejo corte departamento dirección escuela federación fiscalía fundación gobierno instituto "
    "ministerio ministra ministro movimiento museo oficina organización partido presidenta "
    "presidente república secretaría senado sociedad tribunal unión universidad" },

  { "it", BEFORE_WORD,
    "Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof.ssa On Onn Avv Arch Ing Geom Rag Mons Gen Col Cap "
    "Ten Magg p.es cfr ss S" },
  { "it", BEFORE_NUMBER, "art artt pag pagg p pp cap vol fig n nn tel" },
  { "it", ANYWHERE, "ecc S.p.A s.r.l a.C d.C gen febb apr giu lug ago sett ott nov dic" },
  { "it", FUNCTION,
    "il lo la i gli le l un uno una questo questa questi queste quello quella suo sua suoi loro "
    "ogni tutti tutte alcuni molti io tu lui lei noi voi essi si ci chi che cosa quando dove come "
    "perché quale e ed o ma però se né anche poi così dunque quindi mentre poiché sebbene a ad al "
    "alla ai alle da dal dalla di del della dei delle in nel nella con per su sul sulla tra fra "
    "secondo dopo prima durante senza contro verso oggi ieri domani ora già ancora non sì più meno" },
  { "it", OF, "di del della dei delle dello degli" },
  { "it", ELISION, "l d un c dell all nell sull dall quell quest" },
  { "it", ARTICLE, "la il" },
  { "it", INSTITUTION,
    "accademia agenzia assemblea associazione banca camera comitato commissione consiglio corte "
    "dipartimento federazione fondazione governo istituto ministero ministra ministro movimento "
    "museo organizzazione partito presidente procura repubblica scuola senato società tribunale "
    "unione università ufficio" },

  { "pt", BEFORE_WORD,

    "Sra Srs Sras Dra Drs Profa Eng Exmo Exma Cel Cap Dep Sen Gen Min Des D aprox p.ex" },
  { "pt", BEFORE_NUMBER, "art arts pág págs p pp cap vol fig núm tel" },
  { "pt", ANYWHERE, "Ltda Cia jan fev abr jun jul ago set out nov dez a.C d.C" },
  { "pt", FUNCTION,
    "o a os as um uma uns umas este esta estes estas esse essa isso isto aquele meu seu sua seus "
    "suas cada todo toda todos todas outro outra outros vários alguns muitos eu ele ela nós eles "
    "elas você vocês se que quem qual quando onde como porque e ou mas porém nem se embora "
    "enquanto pois ao aos à às de do da dos das em no na nos nas por pelo pela para com contra "
    "desde durante entre até sem sob sobre segundo após antes depois também além agora assim ontem "
    "hoje amanhã então já não sim mais menos muito" },
  { "pt", OF, "de do da dos das" },
  { "pt", ARTICLE, "a o" },
  { "pt", INSTITUTION,
    "academia agência assembleia associação banco câmara comissão comitê congresso conselho "
    "departamento direção escola federação fundação governo instituto ministério ministra ministro "
    "movimento museu organização partido presidente procuradoria república secretaria senado "
    "sociedade supremo tribunal união universidade" },

  { "nl", BEFORE_WORD,
    "dhr mevr mw drs ir ing jhr ds mr prof dr bijv bv ca resp incl excl o.a d.w.z m.b.t i.v.m "
    "t.a.v" },
  { "nl", BEFORE_NUMBER, "nr nrs blz art p pp tel" },
  { "nl", ANYWHERE, "enz jl a.s e.d N.V B.V jan feb mrt apr jun jul aug sept okt nov dec" },
  { "nl", FUNCTION,
    "de het een dit dat deze die mijn zijn haar hun ons onze elke alle veel enkele andere ik jij "
    "je hij zij ze wij we u men wie wat waar wanneer waarom hoe er hier daar en of maar want dus "
    "als omdat hoewel terwijl voordat nadat in op aan bij met naar van voor tegen zonder om door "
    "over onder tussen na uit volgens tijdens sinds tot ook nog al dan toch echter daarom daarna "
    "bovendien inmiddels nu vandaag gisteren morgen niet nooit altijd ja nee" },
  { "nl", OF, "van voor" },
  { "nl", ARTICLE, "de het" },
  { "nl", INSTITUTION,
    "bank bureau commissie dienst federatie gemeente hof inspectie instituut minister ministerie "
    "partij raad rechtbank republiek staatssecretaris universiteit vereniging" },

  { "sv", BEFORE_WORD, "dr prof hr t.ex bl.a s.k ca jfr d.v.s" },
  { "sv", BEFORE_NUMBER, "nr s kap tel" },
  { "sv", ANYWHERE, "m.m m.fl osv o.s.v f.d kr jan feb apr aug sept okt nov dec" },
  { "sv", FUNCTION,
    "en ett den det de denna detta dessa min din sin hans hennes vår deras alla många några jag du "
    "han hon vi ni man vem vad var när hur varför här där och eller men utan om att eftersom medan "
    "i på av för till från med mot under över efter före vid hos enligt trots också även nu då så "
    "inte aldrig idag igår" },

  { "da", BEFORE_WORD, "dr prof hr fr f.eks bl.a ca jf" },
  { "da", BEFORE_NUMBER, "nr s kap stk tlf" },
  { "da", ANYWHERE, "osv mv m.v m.fl m.m kr mio mia jan feb apr aug sept okt nov dec" },
  { "da", FUNCTION,
    "en et den det de denne dette disse min din sin hans hendes vores deres alle mange nogle jeg "
    "du han hun vi man hvem hvad hvor når hvordan hvorfor her der og eller men hvis at fordi mens "
    "i på af for til fra med mod under over efter før ved hos ifølge trods også nu da så ikke "
    "aldrig" },
  { "nb", BEFORE_WORD, "dr prof hr fr f.eks bl.a ca jf" },
  { "nb", BEFORE_NUMBER, "nr s kap tlf" },
  { "nb", ANYWHERE, "osv mv m.v m.fl m.m kr mill mrd jan feb apr aug sept okt nov des" },
  { "nb", FUNCTION,
    "en et den det de denne dette disse min din sin hans hennes vår deres alle mange noen jeg du "
    "han hun vi man hvem hva hvor når hvordan hvorfor her der og eller men hvis at fordi mens i på "
    "av for til fra med mot under over etter før ved hos ifølge også nå da så ikke aldri" },

  { "pl", BEFORE_WORD,
    "dr prof hab inż mgr ks gen płk ppłk mjr kpt por sierż ul al pl os św im tzw tzn np m.in godz "
    "ok wg red bp abp kard" },
  { "pl", BEFORE_NUMBER, "nr art ust pkt str tel" },
  { "pl", ANYWHERE, "itd itp tys gr" },
  { "pl", FUNCTION,
    "ten ta to te ci tego tej tym ja ty on ona ono my wy oni kto co gdzie kiedy jak dlaczego i a "
    "ale lub albo czy że bo gdy jeśli w we na do z ze od po o u przy przez dla bez pod nad przed "
    "za według jednak także również teraz potem nie tak" },

  { "ru", BEFORE_WORD,

    "т.е т.н т.к им ул просп акад проф доц ген полк напр св обл гр г-н г-жа тов см ср" },
  { "ru", BEFORE_NUMBER, "стр рис табл ст гл п пп тел кв" },
  { "ru", ANYWHERE,

    "т.д т.п др пр гг вв тыс млн млрд руб коп долл н.э янв февр апр авг сент окт нояб дек" },
  { "ru", FUNCTION,
    "этот эта это эти тот та то те все весь каждый его её их наш мой я ты он она оно мы вы они кто "
    "что где когда как почему и а но или если чтобы потому хотя пока в во на по с со к ко о об от "
    "до из у за для без под над при через между после перед также уже ещё затем однако сейчас "
    "сегодня вчера завтра не нет да" },

  { "uk", BEFORE_WORD, "т.зв ім вул просп акад проф доц ген полк напр св обл див" },
  { "uk", BEFORE_NUMBER, "стор рис табл ст гл п тел" },
  { "uk", ANYWHERE, "т.д т.п ін рр ст тис млн млрд грн коп дол н.е" },
  { "uk", FUNCTION,
    "цей ця це ці той та те ті всі кожен його її їх наш мій я ти він вона воно ми ви вони хто що "
    "де коли як чому і й а але або якщо щоб бо хоча поки в у на по з із до про від за для без під "
    "над при через між після перед також вже ще потім однак зараз сьогодні вчора не ні так" },

  { "cs", BEFORE_WORD,

    "Ing Mgr JUDr MUDr PhDr RNDr Bc prof doc dr gen plk tzv např resp sv ul tj mj" },
  { "cs", BEFORE_NUMBER, "č čl str odst tel" },
  { "cs", ANYWHERE, "apod atd tis mil mld a.s s.r.o" },
  { "cs", FUNCTION,
    "ten ta to ti ty já on ona my vy oni kdo co kde kdy jak proč a i ale nebo že když protože v ve "
    "na do z ze od po o u při přes pro bez pod nad před za podle také však nyní ne ano" },

  { "tr", BEFORE_WORD, "Doç Av Sn Yrd Öğr Gör Gen Alb bkz örn" },
  { "tr", BEFORE_NUMBER, "No s Tel md" },
  { "tr", ANYWHERE, "vb vd yy Sok Cad Mah A.Ş" },
  { "tr", FUNCTION,
    "bu şu o bir ben sen biz siz onlar ve veya ama fakat ancak çünkü eğer ki ne nerede nasıl neden "
    "kim her tüm" },

  { "fi", BEFORE_WORD, "esim ks mm ns prof tri" },
  { "fi", BEFORE_NUMBER, "nro s klo puh" },
  { "fi", ANYWHERE, "jne ym yms milj mrd" },
  { "fi", FUNCTION,
    "se ne tämä nämä tuo nuo minä sinä hän me te he kuka mikä missä milloin miten miksi ja tai "
    "mutta jos kun koska vaikka myös nyt sitten ei kyllä" },

  { NULL, ASC_WORD_PLAIN, NULL },
};
