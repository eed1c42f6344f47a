//! News of the store at the screens: said at once, but never in the place of a question.

use super::desk::Desk;
use crate::app::Msg;
use crate::office::health::StoreNews;

fn damaged() -> Msg {
    Msg::StoreNews(vec![StoreNews::JournalDamaged {
        file: "/srv/dabir/journal".to_owned(),
        readable: 17,
    }])
}

#[test]
fn damage_of_the_journal_says_what_why_and_what_to_do() {
    let mut desk = Desk::persian();
    desk.tell(damaged())
        .assert_shows("وضع داده‌ها")
        .assert_shows("دفتر رویدادها آسیب دیده است")
        .assert_shows("/srv/dabir/journal")
        .assert_shows("۱۷ رویداد")
        .assert_shows("dabir check --rebuild");
    desk.press("<Enter>").assert_hides("وضع داده‌ها");
    desk.assert_nothing_changed();
}

#[test]
fn news_wait_for_the_end_of_a_question() {
    let mut desk = Desk::persian();
    desk.press("<Down>d")
        .assert_shows("هشتمین جلسه کارگروه آب")
        .tell(damaged());
    desk.assert_hides("وضع داده‌ها");
    desk.tell(Msg::StoreNews(vec![StoreNews::PartSetAside]));
    desk.press("<Esc>")
        .assert_shows("دفتر رویدادها آسیب دیده است")
        .assert_shows("بخشی از داده‌های آماده خواندن");
    desk.press("<Enter>").assert_hides("وضع داده‌ها");
}

#[test]
fn records_made_again_say_that_nothing_is_lost_but_the_drafts() {
    let mut desk = Desk::persian();
    desk.tell(Msg::StoreNews(vec![StoreNews::Remade {
        records: 1200,
        set_aside: Some("/srv/dabir/sled.aside-1".to_owned()),
        drafts_lost: true,
    }]));
    desk.assert_shows("هیچ ثبتی از دست نرفت")
        .assert_shows("پیش‌نویس‌های ثبت‌نشده خوانا نبود")
        .assert_shows("/srv/dabir/sled.aside-1");
}
