// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstddef>
#include <cstdint>

#include "text/kanji.h"

// Table H: which kanji are one character in other clothes. Each pair is a source and its target.
//
// To add a pair: it is one to one, and the target is the usual Japanese form. A simplified source
// must not be a character that Japanese texts use (one of CP932), because there it is a word of its
// own: 机 is a desk and not 機, 叶 is not 葉, 后 is not 後, 云 is not 雲. Exceptions, checked by
// hand: 无 圣 极 气 泪 渊 烟 梦 册. Name variants that families keep apart (斉 and 斎) are no
// pairs.
namespace ficsearch::text {
namespace {

constexpr std::u32string_view kPairs =
    // Old forms and name variants.
    U"亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅悅悦圓円"
    U"緣縁艷艶鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会繪絵"
    U"壞壊懷懐擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻歡歓罐缶觀観關関陷陥顏顔"
    U"歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟敎教强強狹狭鄕郷"
    U"堯尭曉暁區区驅駆勳勲薰薫徑径惠恵揭掲攜携溪渓經経繼継莖茎螢蛍輕軽"
    U"鷄鶏藝芸擊撃缺欠儉倹劍剣劔剣劒剣釼剣圈圏檢検權権獻献縣県險険顯顕"
    U"驗験嚴厳效効廣広恆恒鑛鉱號号國国圀国黑黒濟済碎砕齋斎劑剤櫻桜册冊"
    U"雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈"
    U"壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙奬奨將将燒焼稱称證証乘乗剩剰"
    U"壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図"
    U"粹粋醉酔隨随髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊"
    U"踐践錢銭禪禅曾曽雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒增増臟臓"
    U"藏蔵屬属續続墮堕體体躰体軆体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担"
    U"膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁徵徴聽聴敕勅鎭鎮遞逓鐵鉄"
    U"轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐姙妊惱悩"
    U"腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏"
    U"竝並變変邊辺邉辺辯弁瓣弁辨弁舖舗步歩穗穂寶宝萠萌襃褒豐豊沒没飜翻"
    U"槇槙萬万滿満麵麺默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡遙遥"
    U"瑤瑶來来賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋"
    U"爐炉勞労樓楼郞郎祿禄亙亘灣湾﨑崎髙高嶋島嶌島凉涼冨富峯峰檜桧篭籠"
    U"噓嘘頰頬剝剥𠮟叱塡填瘦痩蟬蝉繫繋摑掴醬醤鷗鴎禱祷歷歴曆暦淚涙戾戻"
    U"每毎晚晩吳呉吞呑姊姉姬姫靑青淸清產産說説稅税脫脱銳鋭閱閲彥彦羣群"
    U"畧略邨村舘館俠侠姸妍讎讐錄録卽即旣既絕絶尙尚槪概內内硏研豔艶鬭闘"
    // Simplified forms that are not Japanese words.
    U"龙竜樱桜异異恶悪转転剑剣灵霊变変图図书書电電东東车車门門马馬鸟鳥"
    U"鱼魚龟亀飞飛风風见見贝貝长長张張陈陳红紅绿緑蓝藍银銀铁鉄钢鋼铃鈴"
    U"镜鏡时時间間问問闻聞阵陣阴陰阳陽队隊际際难難鸡鶏鹤鶴鹰鷹凤鳳狮獅"
    U"狱獄猎猟环環现現疗療盐塩监監盘盤确確祸禍积積穷窮竞競笔筆笼籠简簡"
    U"类類纪紀约約级級纯純纸紙纲綱纵縦组組细細终終结結给給绝絶统統绪緒"
    U"续続维維缘縁编編罗羅罚罰职職联聯肃粛肠腸胜勝脑脳舰艦艳艶艺芸节節"
    U"苏蘇茧繭荣栄药薬莲蓮虏虜虑慮蚁蟻补補规規视視览覧觉覚计計订訂认認"
    U"议議记記讲講许許论論设設证証评評识識词詞译訳试試诗詩话話诞誕详詳"
    U"语語误誤说説请請读読课課谁誰调調谈談谢謝谣謡谱譜负負贡貢财財责責"
    U"败敗货貨质質贤賢贫貧购購贯貫贱賤贴貼贵貴费費贺賀贼賊资資赋賦赌賭"
    U"赏賞赐賜赖頼赞賛跃躍轨軌轩軒软軟轮輪轻軽载載辅輔辈輩辉輝辑輯输輸"
    U"边辺达達迁遷过過运運还還进進远遠违違连連迟遅适適选選遗遺邻隣释釈"
    U"针針钓釣钱銭铠鎧铜銅铭銘锁鎖锋鋒错錯锻鍛键鍵镇鎮镰鎌闪閃闭閉闹鬧"
    U"闺閨阁閣阅閲阎閻韩韓顶頂项項顺順顾顧领領频頻题題颜顔饭飯饮飲饰飾"
    U"饱飽馆館驱駆驻駐驾駕骂罵骑騎骚騒鲁魯鲜鮮鲸鯨鸣鳴鸦鴉齐斉齿歯龄齢"
    U"优優传伝伤傷伦倫伪偽侦偵侧側侣侶偿償兰蘭关関兴興养養兽獣冈岡军軍"
    U"农農冻凍净浄凯凱击撃刘劉则則刚剛创創剧劇劝勧务務动動劳労势勢华華"
    U"协協单単卖売卫衛压圧厌厭县県叹嘆启啓吴呉员員响響唤喚团団园園围囲"
    U"圆円圣聖场場块塊坚堅坛壇坟墳坠墜处処备備头頭夺奪奖奨妇婦娇嬌娱娯"
    U"婴嬰孙孫实実宠寵审審宪憲宫宮宾賓对対寻尋导導尔爾尘塵层層岁歳岛島"
    U"岭嶺币幣师師帐帳带帯庆慶库庫应応庙廟废廃开開弹弾归帰录録彻徹忆憶"
    U"忧憂怀懐态態总総恳懇恼悩悬懸惊驚惩懲惯慣愤憤懒懶戏戯战戦执執扩拡"
    U"扫掃扬揚护護报報拟擬拥擁择択挥揮损損换換摄摂摇揺敌敵斋斎无無显顕"
    U"晓暁术術杀殺杂雑权権杨楊极極构構枪槍枫楓标標栋棟树樹样様桥橋梦夢"
    U"检検欢歓毁毀气気汉漢汤湯泪涙泽沢洁潔测測济済浓濃润潤渊淵渔漁满満"
    U"滨浜灭滅灾災烛燭烟煙烦煩烧焼热熱爱愛爷爺牺犠嫔嬪妈媽谜謎谋謀诱誘"
    U"诚誠诡詭诀訣讨討训訓访訪诉訴诊診诸諸谦謙谨謹赎贖赵趙郑鄭驯馴驰馳"
    U"骄驕鬓鬢丽麗亲親众衆产産乡郷举挙乔喬习習买買亚亜仅僅仪儀债債倾傾"
    U"兹茲减減勋勲厅庁";
static_assert(kPairs.size() % 2 == 0);

// Every source is in these blocks, but for one of a supplementary plane.
constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0xFAFF;
constexpr char32_t kSupplementarySource = U'𠮟';
constexpr char32_t kSupplementaryTarget = U'叱';

using Targets = std::array<std::uint16_t, kLast - kFirst + 1>;

constexpr Targets make_targets() {
  Targets targets{};
  for (std::size_t i = 0; i < kPairs.size(); i += 2)
    if (kPairs[i] >= kFirst && kPairs[i] <= kLast)
      targets[kPairs[i] - kFirst] = static_cast<std::uint16_t>(kPairs[i + 1]);
  return targets;
}

constexpr bool only_one_source_is_outside() {
  for (std::size_t i = 0; i < kPairs.size(); i += 2)
    if ((kPairs[i] < kFirst || kPairs[i] > kLast) && kPairs[i] != kSupplementarySource)
      return false;
  return true;
}
static_assert(only_one_source_is_outside());

// Indexed by code point, because every kanji of every text is looked up: 100 KB of which a text
// touches the few lines that it uses.
constexpr Targets kTargets = make_targets();

}  // namespace

char32_t usual_kanji(char32_t c) noexcept {
  if (c < kFirst || c > kLast) return c == kSupplementarySource ? kSupplementaryTarget : c;
  const char32_t target = kTargets[c - kFirst];
  return target == 0 ? c : target;
}

std::u32string_view kanji_variant_table() noexcept {
  return kPairs;
}

}  // namespace ficsearch::text
