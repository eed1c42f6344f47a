//! An office that begins with nothing: its members as a list, its desk on a day, and what its commands print. Does not
//! know what happens in it.

use super::terminal::Terminal;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

pub const BODY: &str = "کارگروه پایداری آب استان سپیدرود";

/// Those who come from a list, by the place of their seat, from 3 on.
pub const OF_LIST: [&str; 38] = [
    "جهاد کشاورزی",
    "آب منطقه‌ای",
    "محیط زیست",
    "راهداری",
    "شهرداری سپیدکنار",
    "بهزیستی",
    "هواشناسی",
    "ثبت احوال",
    "میراث فرهنگی",
    "صنعت و معدن",
    "برق منطقه‌ای",
    "شرکت گاز",
    "مخابرات",
    "نوسازی مدارس",
    "دامپزشکی",
    "منابع طبیعی",
    "بیمه سلامت",
    "کار و رفاه",
    "علوم پزشکی",
    "ورزش و جوانان",
    "تبلیغات",
    "مدیریت بحران",
    "هلال احمر",
    "آموزش فنی",
    "تعاون روستایی",
    "دانشگاه سپیدرود",
    "فرودگاه",
    "بنادر",
    "گمرک",
    "استاندارد",
    "ثبت اسناد",
    "دادگستری",
    "فرماندهی انتظامی",
    "امور مالیاتی",
    "بازرگانی",
    "حمل و نقل",
    "مسکن",
    "اقتصاد",
];
const FIRST: [&str; 19] = [
    "آرش",
    "بهمن",
    "پروین",
    "تورج",
    "جمشید",
    "داریوش",
    "رویا",
    "زهره",
    "سیما",
    "شهرام",
    "فرهاد",
    "کاوه",
    "گلناز",
    "لیلا",
    "مریم",
    "نادر",
    "هومن",
    "یاسمن",
    "اشکان",
];
const LAST: [&str; 2] = ["نیک‌بخت", "راستین"];

/// The one who comes from the list at a place, from 0.
pub fn person(at: usize) -> String {
    format!("{} {}", FIRST[at % FIRST.len()], LAST[at / FIRST.len()])
}

/// The list of members as a file has it.
pub fn list() -> String {
    let lines = OF_LIST
        .iter()
        .enumerate()
        .map(|(at, seat)| format!("{BODY},{seat},{},مدیر\n", person(at)));
    format!("کارگروه,دستگاه,نام,سمت\n{}", lines.collect::<String>())
}

/// A store that is empty at first, and the day.
pub struct LongOffice {
    pub folder: TempDir,
    pub day: &'static str,
}

impl LongOffice {
    pub fn on(day: &'static str) -> LongOffice {
        let folder = TempDir::new().expect("a folder");
        LongOffice { folder, day }
    }

    pub fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// A file beside the store.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub fn desk(&self) -> Terminal {
        Terminal::on_day(self.day, &self.store())
    }

    /// What a command prints; it must succeed.
    pub fn printed(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabir"));
        command.arg("--store").arg(self.store());
        command.env("USER", "secretary").args(["--today", self.day]);
        let output = command.args(arguments).output().expect("dabir runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let printed = self.printed(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
    }

    /// The session with this number of the year.
    pub fn session(&self, ordinal: u64) -> Value {
        let all = self.json(&["sessions"]);
        let all = all.as_array().expect("sessions");
        let found = all.iter().find(|one| one["ordinal"] == ordinal);
        found.expect("the session").clone()
    }

    /// The id of the session with this number.
    pub fn id(&self, ordinal: u64) -> String {
        text(&self.session(ordinal)["id"])
    }

    /// The rows of the resolutions that a query finds.
    pub fn rows(&self, query: &str) -> Vec<u64> {
        let found = self.json(&["resolutions", query]);
        let found = found.as_array().expect("resolutions");
        found.iter().filter_map(|one| one["row"].as_u64()).collect()
    }

    /// The value of a figure of a report, of the group with a name; of the first group without one.
    pub fn figure(&self, report: &[&str], group: &str, figure: &str) -> Value {
        let report = self.json(report);
        let groups = report["groups"].as_array().expect("groups");
        let is_it = |one: &&Value| group.is_empty() || one["name"] == group;
        let group = groups.iter().find(is_it).expect("the group");
        let mut figures = group["figures"].as_array().expect("figures").iter();
        let found = figures.find(|one| one["name"] == figure);
        found.expect("the figure")["value"].clone()
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// How many of an attendance list have each status.
pub fn counted(session: &Value, status: &str) -> usize {
    let all = session["attendance"].as_array().expect("attendance");
    all.iter().filter(|one| one["status"] == status).count()
}

/// The mark of a seat.
pub fn mark(session: &Value, seat: &str) -> Value {
    let all = session["attendance"].as_array().expect("attendance");
    let found = all.iter().find(|one| one["seat"] == seat);
    found.expect("the seat").clone()
}
