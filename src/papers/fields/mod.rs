//! What an office's own form may ask for about a session, by name: `{{جلسه.تاریخ}}` or `{{session.date}}`.
//! Does not know the form.
//!
//! | single value | name |
//! |---|---|
//! | the body | `کارگروه.نام` `کارگروه.نام_کوتاه` `کارگروه.مکان` `کارگروه.سمت_رئیس` `کارگروه.سمت_دبیر` |
//! | the session | `جلسه.نام` `جلسه.شماره` `جلسه.سال` `جلسه.نوع` `جلسه.تاریخ` `جلسه.روز` `جلسه.شروع` `جلسه.پایان` `جلسه.مکان` `جلسه.رئیس` `جلسه.دبیر` `جلسه.کد` `جلسه.تنفس` |
//! | letters and days about it | `دعوتنامه.شماره` `دعوتنامه.تاریخ` `ابلاغ.تاریخ` `امضا.تاریخ` `امروز` |
//! | the count of the roll, and the sentence of it | `شمار.حاضران` `شمار.اعضا` `شمار.حدنصاب` `شمار.جمله` |
//! | the guests in a sentence | `جلسه.مدعوین` |
//!
//! | list | columns |
//! |---|---|
//! | `دستور_کار` | `دستور.ردیف` `دستور.عنوان` `دستور.نتیجه` |
//! | `مطالب` | `مطلب.ردیف` `مطلب.گوینده` `مطلب.متن` |
//! | `مصوبات` | `مصوبه.ردیف` `مصوبه.موضوع` `مصوبه.متن` `مصوبه.مهلت` `مصوبه.سررسید` `مصوبه.مسئول` `مصوبه.پیرو` `مصوبه.رأی` |
//! | `اعضا` | `عضو.ردیف` `عضو.دستگاه` `عضو.نام` `عضو.سمت` `عضو.نام_و_سمت` `عضو.حضور` `عضو.نماینده` `عضو.دلیل` `عضو.ورود` `عضو.خروج` `عضو.توضیح` |
//! | `امضاکنندگان` | `امضاکننده.ردیف` `امضاکننده.نام` `امضاکننده.سمت` |
//! | `مدعوین` | `مدعو.ردیف` `مدعو.نام` `مدعو.سمت` |
//! | `اصلاحیه‌ها` | `اصلاحیه.شماره` `اصلاحیه.تاریخ` `اصلاحیه.نوشته` `اصلاحیه.درست` `اصلاحیه.دلیل` |
//! | `ضمیمه‌ها` | `ضمیمه.ردیف` `ضمیمه.نام` `ضمیمه.درباره` `ضمیمه.اندازه` `ضمیمه.اثر` |
//!
//! Each name has an English twin beside it in the tables below. Blanks, low lines and half-spaces inside a name do not
//! count, nor does the spelling of ی and ک. Annexes are tables of their own shape and are not to be had by name.

mod form;
mod lists;
mod refused;
#[cfg(test)]
mod tests;

pub use form::form;
pub use refused::template_refused;

use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::session::{Session, Signing};
use crate::domain::verification::Agreement;
use crate::exchange::docx::template::{FieldNames, Fields, TemplateField};
use crate::exchange::paper::Text;
use crate::office::query::{CheckedCode, SessionView};
use crate::papers::minutes::{counted, guests_in_a_sentence};
use crate::papers::plain::line;
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// The values of a session for a form that is filled in on `today`.
pub fn fields(words: &Words, view: &SessionView, today: Day) -> Fields {
    let mut single = of_body(&view.body);
    single.extend(of_session(words, view));
    single.extend(counts(words, view));
    single.push(field(["امروز", "today"], words.day(today)));
    Fields {
        single,
        lists: lists::lists(words, view),
    }
}

fn field(names: FieldNames, value: String) -> TemplateField {
    TemplateField { names, value }
}

fn of_body(body: &Body) -> Vec<TemplateField> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        field(["کارگروه.نام", "body.name"], body.name.clone()),
        field(["کارگروه.نام_کوتاه", "body.short_name"], text(&body.short_name)),
        field(["کارگروه.مکان", "body.place"], text(&body.place)),
        field(["کارگروه.سمت_رئیس", "body.chair_post"], text(&body.chair_post)),
        field(
            ["کارگروه.سمت_دبیر", "body.secretary_post"],
            text(&body.secretary_post),
        ),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "a record taken apart whole and a line for each of its fields"
)]
fn of_session(words: &Words, view: &SessionView) -> Vec<TemplateField> {
    let Session {
        // Words of the desk, not of a paper.
        id: _,
        body: _,
        state: _,
        talk: _,
        source: _,
        extra: _,
        invitation_text: _,
        item_times: _,
        answers: _,
        breaks,
        weekday_written,
        year,
        ordinal,
        kind,
        invitation_number,
        invitation_date,
        date,
        start,
        end,
        place,
        chair,
        secretary,
        notified,
        signing,
        // The view brings the code with whether it agrees.
        verification: _,
        approves: _,
        approval: _,
        // Lists, or of a shape of their own.
        agenda: _,
        guests: _,
        annexes: _,
        attachments: _,
        signatures: _,
    } = &view.session;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |day: Option<Day>| day.map(|day| words.day(day)).unwrap_or_default();
    let time = |time: Option<_>| time.map(|time| words.time(time)).unwrap_or_default();
    let weekday = date.map(|day| say::weekday(words, day));
    let signed = signing.as_ref().map(
        |Signing {
             chair: _,
             secretary: _,
             date,
         }| *date,
    );
    vec![
        field(
            ["جلسه.نام", "session.name"],
            say::session_name(words, &view.session, &view.body.name),
        ),
        field(
            ["جلسه.شماره", "session.number"],
            ordinal.map(|n| words.number(n)).unwrap_or_default(),
        ),
        field(
            ["جلسه.سال", "session.year"],
            year.map(|n| words.number(n)).unwrap_or_default(),
        ),
        field(["جلسه.نوع", "session.kind"], say::kind(words, *kind)),
        field(["جلسه.تاریخ", "session.date"], day(*date)),
        field(
            ["جلسه.روز", "session.weekday"],
            weekday.or(weekday_written.clone()).unwrap_or_default(),
        ),
        field(["جلسه.شروع", "session.start"], time(*start)),
        field(["جلسه.پایان", "session.end"], time(*end)),
        field(["جلسه.مکان", "session.place"], text(place)),
        field(["جلسه.رئیس", "session.chair"], text(chair)),
        field(["جلسه.دبیر", "session.secretary"], text(secretary)),
        field(["جلسه.کد", "session.code"], code(view.code.as_ref())),
        field(
            ["جلسه.تنفس", "session.breaks"],
            without_isolates(&say::stretches(words, breaks)),
        ),
        field(["جلسه.مدعوین", "session.guests"], invited(words, view)),
        field(["دعوتنامه.شماره", "invitation.number"], text(invitation_number)),
        field(["دعوتنامه.تاریخ", "invitation.date"], day(*invitation_date)),
        field(["ابلاغ.تاریخ", "notification.date"], day(*notified)),
        field(["امضا.تاریخ", "signing.date"], day(signed)),
    ]
}

/// A code that the minutes do not agree with is of another text.
fn code(code: Option<&CheckedCode>) -> String {
    let valid = code.filter(|code| code.agreement != Agreement::Differs);
    valid.map(|one| one.code.clone()).unwrap_or_default()
}

/// The guests as minutes tell them in a sentence.
fn invited(words: &Words, view: &SessionView) -> String {
    let told = guests_in_a_sentence(words, &view.session.guests);
    told.as_ref().map(flat).unwrap_or_default()
}

/// A text of a paper as the value of a field.
fn flat(text: &Text) -> String {
    without_isolates(&line(text))
}

fn counts(words: &Words, view: &SessionView) -> [TemplateField; 4] {
    let quorum = view.quorum.map(|needed| words.number(needed));
    [
        field(
            ["شمار.حاضران", "count.present"],
            words.number(view.tally.counting()),
        ),
        field(["شمار.اعضا", "count.seats"], words.number(view.tally.seats)),
        field(["شمار.حدنصاب", "count.quorum"], quorum.unwrap_or_default()),
        field(
            ["شمار.جمله", "count.sentence"],
            counted(words, view)
                .map(|told| without_isolates(&told))
                .unwrap_or_default(),
        ),
    ]
}
