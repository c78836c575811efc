// Written from the wording of penal laws in general; no law is quoted.

#include "cyberlex/text/recognise_lexicon.h"

#include <array>

namespace cyberlex {
namespace {

using Role = PenaltyRole;

constexpr auto kEnglish = std::to_array<PenaltyPhrase>({
    {Role::kYear, "", "year|years"},
    {Role::kMonth, "", "month|months"},
    {Role::kWeek, "", "week|weeks"},
    {Role::kDay, "", "day|days"},
    {Role::kHour, "", "hour|hours"},
    {Role::kPrison, "",
     "imprisonment|prison|gaol|jail|incarceration|penal servitude|imprisoned|jailed|"
     "custodial sentence|deprivation of liberty"},
    {Role::kLife, "",
     "imprisonment for life|life imprisonment|"
     "imprisonment for the term of his natural life|imprisoned for life|life in prison|"
     "life sentence"},
    {Role::kDeath, "",
     "sentence of death|death penalty|death sentence|punishable by death|"
     "punished by death|punished with death|suffer death|sentenced to death|"
     "penalty of death"},
    {Role::kFine, "", "fine|fines|fined|financial penalty"},
    {Role::kDayFine, "", "day fine|day fines|days fine|days of fine|daily rates|daily units"},
    {Role::kCurrency, "NGN", "naira|n|ngn|₦"},
    {Role::kCurrency, "IRR", "rial|rials|irr"},
    {Role::kCurrency, "EUR", "euro|euros|€|eur"},
    {Role::kCurrency, "USD", "dollar|dollars|us$"},
    {Role::kCurrency, "$", "$"},
    {Role::kCurrency, "GBP", "pound|pounds|£"},
    {Role::kCurrency, "NIO", "cordoba|cordobas"},
    {Role::kCurrency, "rupee", "rupee|rupees"},
    {Role::kCurrency, "shilling", "shillings"},
    {Role::kCurrency, "peso", "peso|pesos"},
    {Role::kCurrency, "penalty-unit", "penalty units|penalty unit"},
    {Role::kCurrency, "currency-point", "currency points"},
    {Role::kMin, "",
     "not less than|no less than|of at least|at least|a minimum of|minimum of|not under|"
     "not below|more than|exceeding"},
    {Role::kMax, "",
     "not more than|no more than|nor more than|or more than|not exceeding|not to exceed|"
     "which may extend to|that may extend to|may extend to|extending to|extend to|up to|"
     "of up to|a maximum of|maximum of|at most|to a maximum of|as much as"},
    {Role::kFrom, "", "from|between"},
    {Role::kTo, "", "to|till|until"},
    {Role::kAnd, "", "plus|together with|in addition to|as well as|with|along with"},
    {Role::kOr, "", "or|alternatively"},
    {Role::kJoint, "", "and"},
    {Role::kBoth, "",
     "or both|or to both|or with both|or with the two together|"
     "or to both such fine and imprisonment|or both such fine and imprisonment|"
     "or to both fine and imprisonment|or both fine and imprisonment|"
     "or to both imprisonment and fine|or to both such imprisonment and fine|"
     "or both together|or the two together"},
    {Role::kAndOr, "", "and or"},
    {Role::kCueFiller, "", "runs"},
    {Role::kFiller, "",
     "of|for|a|an|the|in|term|terms|period|by|either|such|in all|rate|at the rate of|each|"
     "his|with hard labour|without option of|maximum|minimum|s"},
    {Role::kCue, "",
     "shall be liable|is liable|are liable|be liable|liable|liable on conviction|"
     "liable upon conviction|on conviction|upon conviction|on summary conviction|"
     "punishable|be punished|is punished|are punished|punished|shall be sentenced|"
     "sentenced to|shall be imprisoned|faces|incurs|incur|receives|carries|carry|brings|"
     "bring|pays|commits an offence|guilty of an offence|is an offence|penalty|penalties|"
     "punishment|may impose|shall pay|imposes|shall be fined|be fined|is fined|now carries"},
    {Role::kOffence, "",
     "an offence|criminal offence|criminal offences|an offence under|offence|offences|"
     "crime|crimes"},
    {Role::kBlock, "",
     "limitation period|period of limitation|limitation|suspended|suspension|probation|"
     "parole|remission|term of office|in default of payment|offences punishable|"
     "offence punishable|crimes punishable|crime punishable|offences that carry|"
     "offence that carries|offence carrying|offences carrying|has been sentenced|"
     "have been sentenced|been sentenced|been convicted|was convicted|was sentenced|"
     "serving|served|have served|pre trial|in lieu|deprived of liberty|extradition|"
     "extraditable|if the sentence|where the sentence|whose|maximum penalty of|"
     "conviction becomes spent|from memory|repealed|shall not be punished|"
     "shall not be liable|shall not be sentenced|shall not be imposed|shall not be imprisoned|"
     "may not be punished|may not be sentenced|may not be imposed|may not be imprisoned|"
     "must not be imposed|is not punishable|are not punishable|is not liable|are not liable|"
     "is not punished|are not punished|is abolished|are abolished|no one|nobody|never"},
});

constexpr auto kSpanish = std::to_array<PenaltyPhrase>({
    {Role::kYear, "", "año|años|ano|anos"},
    {Role::kMonth, "", "mes|meses"},
    {Role::kWeek, "", "semana|semanas"},
    {Role::kDay, "", "día|días"},
    {Role::kHour, "", "hora|horas"},
    {Role::kPrison, "",
     "prisión|penitenciaría|cárcel|reclusión|presidio|privación de libertad|"
     "pena privativa de libertad|arresto"},
    {Role::kLife, "",
     "prisión perpetua|cadena perpetua|reclusión perpetua|presidio perpetuo|pena perpetua|"
     "penitenciaría perpetua|prisión permanente revisable"},
    {Role::kDeath, "", "pena de muerte|pena capital"},
    {Role::kFine, "", "multa|multas"},
    {Role::kDayFine, "", "días multa|días de multa|día multa"},
    {Role::kCurrency, "NIO", "córdoba|córdobas"},
    {Role::kCurrency, "EUR", "euro|euros|€"},
    {Role::kCurrency, "peso", "peso|pesos"},
    {Role::kCurrency, "UYU", "pesos uruguayos"},
    {Role::kCurrency, "$", "$"},
    {Role::kCurrency, "USD",
     "dólar|dólares|dólares de los estados unidos de américa|dólares estadounidenses|us $|"
     "u$s|u $ s"},
    {Role::kCurrency, "UR", "ur|u r|unidad reajustable|unidades reajustables"},
    {Role::kCurrency, "UI", "ui|unidades indexadas"},
    {Role::kCurrency, "BPC", "bpc|bases de prestaciones y contribuciones"},
    {Role::kCurrency, "minimum-wage", "salarios mínimos|salarios mínimos mensuales"},
    {Role::kMin, "",
     "no menor de|no menor a|no menos de|no inferior a|no sea inferior a|no bajará de|"
     "no podrá ser inferior a|un mínimo de|mínimo de|mínimo|al menos|por lo menos|"
     "como mínimo|a partir de|más de|mayor de|superior a|desde"},
    {Role::kMax, "",
     "no mayor de|no mayor a|no más de|no superior a|que no exceda de|que no exceda|"
     "que no excederá de|que no excederá los|no exceda de|hasta|de hasta|"
     "hasta un máximo de|un máximo de|máximo de|como máximo|que llega a|llega a|"
     "que puede llegar a|no podrá exceder de|no podrá superar"},
    {Role::kFrom, "", "de|entre|del"},
    {Role::kTo, "", "a|al"},
    {Role::kAnd, "", "más|además de|además|junto con|con|e|así como"},
    {Role::kOr, "", "o|u|ó|bien|alternativamente"},
    {Role::kJoint, "", "y"},
    {Role::kBoth, "",
     "o ambas|o ambas penas|o con ambas penas|o ambas a la vez|o con ambas|o las dos|"
     "o a ambas penas|o las dos cosas|o con ambas sanciones"},
    {Role::kAndOr, "", "y o"},
    {Role::kCueFiller, "", "va|es|pena|penas"},
    {Role::kFiller, "",
     "la|el|una|los|las|un|por|tiempo|término|plazo|lapso|en|equivalente|equivalentes|"
     "monto|valor|moneda nacional|su equivalente|importe|cantidad|efectiva|entre las"},
    {Role::kCue, "",
     "será castigado|será castigada|serán castigados|serán castigadas|castigado|castigada|"
     "castigados|castigadas|se castigará|se castigarán|se castiga|será sancionado|"
     "será sancionada|serán sancionados|serán sancionadas|sancionado con|sancionada con|"
     "sancionados con|sancionadas con|será penado|será penada|serán penados|serán penadas|"
     "penado con|penada con|penados con|penadas con|se sancionará|se sancionarán|"
     "se penará|incurrirá|incurrirán|incurre|será pasible|serán pasibles|pasible de|"
     "pasibles de|la pena será|la pena es|la pena sube|las penas serán|la sanción será|"
     "se aplicará|se aplicarán|se impondrá|se impondrán|se le impondrá|se le aplicará|"
     "recibe|acarrea|paga|pagará|recibirá|tendrá|sufrirá|bajo pena|bajo apercibimiento|"
     "sanción|sanciones|se elevará|reprimido|reprimida|se reprime|multado|impone|impondrá|"
     "aplicará|podrá aplicar|podrán aplicar"},
    {Role::kOffence, "", "delito|delitos|infracción|falta|crimen"},
    {Role::kBlock, "",
     "prescripción|prescribe|prescriben|prescribirá|prescribirán|prisión preventiva|"
     "prisión domiciliaria|suspensión condicional|libertad condicional|"
     "libertad anticipada|libertad provisional|excarcelación|condenado|condenada|"
     "condenados|condenadas|condena|sentencia|sentenciados|cumplimiento|cumplida|cumplido|"
     "período del mandato|delitos sancionados|delitos castigados|delito castigado|"
     "delito sancionado|delitos penados|cuyo|cuya|cuyos|cuyas|el producido|producido|"
     "recaudación|importe de las multas|el importe de la multa|el pago de la multa|"
     "previo pago|pago de multas|el cobro|cobro de|cobranza|la mora|multas y recargos|"
     "multas e intereses|recargos|por concepto de multas|extradición|cómputo|"
     "no sea inferior|pena mínima|penas mínimas|mínimo de la pena|pena máxima|detención|"
     "sin prisión|unidad ejecutora|cargos|administración carcelaria|director|colonia|"
     "prisioneros|exoneración|de memoria|computará|por cada día|conmutar|conmutación|"
     "indulto|amnistía|reliquidación|jubilación|pasividad|establecimiento|"
     "establecimientos|privadas de libertad|en suspenso|a nadie|nadie|nunca|jamás|"
     "no se impondrá|no se impondrán|no se le impondrá|no se aplicará|no se aplicarán|"
     "no se le aplicará|no se les aplicará|no podrá imponerse|no podrán imponerse|"
     "no podrá aplicarse|no podrán aplicarse|no será castigado|no será castigada|"
     "no serán castigados|no será sancionado|no será sancionada|no serán sancionados|"
     "no será penado|no se castigará|no se sancionará|no incurrirá|no incurrirán|"
     "no incurre|queda abolida|quedan abolidas|pena sustitutiva|penas sustitutivas|"
     "en sustitución|redimir|redención"},
});

constexpr auto kPersian = std::to_array<PenaltyPhrase>({
    {Role::kYear, "", "سال|سالها"},
    {Role::kMonth, "", "ماه"},
    {Role::kWeek, "", "هفته"},
    {Role::kDay, "", "روز"},
    {Role::kHour, "", "ساعت"},
    {Role::kPrison, "", "حبس|زندان|حبس تعزیری|حبس تعزیری درجه"},
    {Role::kLife, "", "حبس ابد|زندان ابد|حبس دائم|حبس ابد تعزیری"},
    {Role::kDeath, "", "اعدام|سلب حیات"},
    {Role::kFine, "", "جزای نقدی|جریمه نقدی|جریمه|جزای نقدی درجه|غرامت نقدی"},
    {Role::kDayFine, "", "روز جزای نقدی|جزای نقدی روزانه"},
    {Role::kCurrency, "IRR", "ریال"},
    {Role::kCurrency, "toman", "تومان"},
    {Role::kCurrency, "EUR", "یورو"},
    {Role::kCurrency, "USD", "دلار"},
    {Role::kMin, "", "حداقل|دست کم|نه کمتر از|نباید کمتر از|کمتر نباشد|لااقل|بیش از|بیشتر از"},
    {Role::kMax, "", "حداکثر|تا حداکثر|نه بیش از|نه بیشتر از|نه بیشتر|که بیش از"},
    {Role::kFrom, "", "از|بین|میان|ما بین|مابین"},
    {Role::kTo, "", "تا|الی|لغایت"},
    {Role::kAnd, "", "به علاوه|همراه با|افزون بر|به اضافه|و نیز|همچنین"},
    {Role::kOr, "", "یا"},
    {Role::kJoint, "", "و"},
    {Role::kBoth, "",
     "یا هر دو|یا به هر دو|یا هر دو با هم|یا جمع آنها|یا جمع این دو|یا هر دو مجازات|"
     "یا به هر دو مجازات|یا با هر دو|یا جمع هر دو"},
    {Role::kCueFiller, "", "مجازات|مجازاتش|کیفر|کیفرش|مجازات آن|کیفر آن"},
    {Role::kFiller, "",
     "به|با|مدت|در|نرخ|میزان|به مدت|را|تعزیری|درجه|ی|ای|های|پرداخت|زمان تصویب|مصوب|مبلغ|"
     "تنها|آن|این|است|فقط"},
    {Role::kCue, "",
     "محکوم|محکوم می شود|محکوم می شوند|محکوم خواهد شد|محکوم خواهند شد|محکوم می گردد|"
     "مجازات می شود|مجازات می شوند|مجازات خواهد شد|دارد|تعیین می کند|در پی دارد|می پردازد|"
     "می بیند|جزا|مستوجب|سزایش|جریمه می شود"},
    {Role::kOffence, "", "جرم|جرایم|مرتکب|بزه"},
    {Role::kBlock, "",
     "مرور زمان|تعلیق|تعلیق اجرای|آزادی مشروط|حبس جرم|جرمی که|جرائمی که|جرایمی که|"
     "جرمهایی که|محکومیت|محکومیت قطعی|محکومان|سابقه|تخفیف|عفو|تبدیل|بازداشت|حداکثر حبس|"
     "حداقل حبس|حداکثر مجازات|میزان حبس|بیشترین جزای نقدی|اجرای حکم|اداره زندان|"
     "سازمان زندان|سازمان زندانها|زندانیان|زندانی|از یاد|به یاد|حفظ|محکوم نمی شود|"
     "محکوم نمی شوند|محکوم نخواهد شد|محکوم نخواهند شد|محکوم نمی گردد|مجازات نمی شود|"
     "مجازات نمی شوند|مجازات نخواهد شد|مجازات ندارد|اعمال نمی شود|هیچ کس|معاف است|معاف اند"},
});

constexpr auto kGerman = std::to_array<PenaltyPhrase>({
    {Role::kYear, "", "jahr|jahre|jahren|jahres"},
    {Role::kMonth, "", "monat|monate|monaten|monats"},
    {Role::kWeek, "", "woche|wochen"},
    {Role::kDay, "", "tag|tage|tagen"},
    {Role::kHour, "", "stunde|stunden"},
    {Role::kPrison, "",
     "freiheitsstrafe|freiheitsstrafen|gefängnis|gefängnisstrafe|zuchthaus|strafarrest|"
     "haftstrafe"},
    {Role::kLife, "",
     "lebenslange freiheitsstrafe|lebenslanger freiheitsstrafe|"
     "lebenslangen freiheitsstrafe|freiheitsstrafe lebenslang|lebenslangem freiheitsentzug"},
    {Role::kDeath, "", "todesstrafe"},
    {Role::kFine, "", "geldstrafe|geldstrafen|geldbuße|geldbußen|geldbusse"},
    {Role::kDayFine, "", "tagessatz|tagessätze|tagessätzen"},
    {Role::kCurrency, "EUR", "euro|€|eur"},
    {Role::kCurrency, "DEM", "deutsche mark|dm"},
    {Role::kCurrency, "CHF", "franken"},
    {Role::kCurrency, "reichsmark", "reichsmark"},
    {Role::kMin, "",
     "nicht unter|mindestens|von mindestens|von nicht unter|nicht weniger als|über|"
     "mehr als"},
    {Role::kMax, "",
     "bis zu|bis zur höhe von|nicht über|höchstens|von höchstens|in höhe von bis zu|"
     "nicht mehr als|bis"},
    {Role::kFrom, "", "von|zwischen"},
    {Role::kAnd, "", "sowie|neben|zusätzlich"},
    {Role::kOr, "", "oder"},
    {Role::kJoint, "", "und"},
    {Role::kBoth, "",
     "oder mit beidem|oder beides|oder mit beiden strafen|oder beiden strafen|"
     "oder mit beiden"},
    {Role::kAndOr, "", "und oder"},
    {Role::kFiller, "", "mit|einer|eine|der|die|auf|zu|in höhe|das|in|zeitige|zeitiger|wahlweise"},
    {Role::kCue, "",
     "bestraft|wird bestraft|bestraft werden|zu bestrafen|zu erkennen|ist zu erkennen|"
     "erkannt werden|kann erkannt werden|ist die strafe|die strafe ist|strafe|geahndet|"
     "geahndet werden|geahndet wird|zu ahnden|droht|ist verwirkt|verhängt|"
     "festgesetzt werden|belegt werden|belegt|kann verhängt werden|beträgt"},
    {Role::kOffence, "", "ordnungswidrig|ordnungswidrigkeit|straftat|strafbar|verbrechen|vergehen"},
    {Role::kBlock, "",
     "verurteilt|verurteilung|rechtskräftig|bedroht|vollstreckung|vollstreckt|"
     "vollstrecken|vollzug|vollzogen|vollziehen|verbüßt|verbüßung|bewährung|aussetzung|"
     "ausgesetzt|verjährung|verjährt|verjährungsfrist|tilgung|tilgungsfrist|getilgt|"
     "höchstmaß|mindestmaß|strafrahmen|rest|strafrest|auszusetzen|ersatzfreiheitsstrafe|"
     "anrechnung|angerechnet|gesamtstrafe|beitreibung|zuwiderhandlungen verwirkt|amtszeit|"
     "auslieferung|überstellung|eintragung|registers|verwirkt hat|"
     "im falle einer verurteilung|umwandlung|anstelle einer|an die stelle|"
     "uneinbringlichen|uneinbringlicher|erkannt worden|verhängt worden|verhängten|"
     "verhängte|wenn gegen ihn|milderung|gemildert|zumessung|nicht bestraft|"
     "nicht zu bestrafen|nicht bestraft werden|nicht verhängt|nicht verhängt werden|"
     "nicht geahndet|nicht geahndet werden|nicht strafbar|abgeschafft|niemand"},
});

}  // namespace

std::span<PenaltyPhrase const> penalty_phrases(std::string_view language) {
  if (language == "en") {
    return kEnglish;
  }
  if (language == "es") {
    return kSpanish;
  }
  if (language == "fa") {
    return kPersian;
  }
  return language == "de" ? std::span<PenaltyPhrase const>(kGerman)
                          : std::span<PenaltyPhrase const>();
}

}  // namespace cyberlex
