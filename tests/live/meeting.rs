//! A secretary at a screen over a store of her own: keys go in, effects are carried out at once, the office is asked.

use super::painter::{Frame, Painter, thread_time};
use dabir::app::{self, Effect, Model, Msg, Settings, Setup};
use dabir::calendar::{Day, Moment, TimeOfDay, moment_of};
use dabir::domain::attendance::{Attendance, Presence, Representative};
use dabir::domain::body::{Body, Quorum, RollCall, Rules};
use dabir::domain::ids::{BodyId, SeatId, SessionId};
use dabir::domain::organisation::Organisation;
use dabir::domain::seat::{Holder, Seat};
use dabir::domain::session::{AgendaItem, Session, SessionState};
use dabir::host::ways::Way;
use dabir::office::command::{Command, Created, Done};
use dabir::office::query::SessionView;
use dabir::office::{Office, read};
use dabir::text::TextForm;
use dabir::ui::{Code, Key};
use dabir::words::{Digits, Lang};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::VecDeque;
use tempfile::TempDir;

/// Seats of the meeting in protocol order, each with its holder.
const SEATS: [(&str, &str); 40] = [
    ("استانداری", "مهرداد کیانی"),
    ("معاونت هماهنگی امور اقتصادی", "هومن شریفی"),
    ("سازمان مدیریت و برنامه‌ریزی", "آرش نیک‌بخت"),
    ("سازمان جهاد کشاورزی", "بهمن راستین"),
    ("شرکت آب منطقه‌ای", "لیلا صبوری"),
    ("اداره کل حفاظت محیط زیست", "نسرین پاک‌نهاد"),
    ("سازمان صنعت، معدن و تجارت", "کاوه دلاور"),
    ("اداره کل منابع طبیعی", "فرهاد جنگلی"),
    ("اداره کل راه و شهرسازی", "سیاوش معمار"),
    ("شرکت آب و فاضلاب", "رویا چشمه"),
    ("اداره کل بهزیستی", "مریم یاوری"),
    ("دانشگاه علوم پزشکی", "کیان درمانگر"),
    ("اداره کل آموزش و پرورش", "زهره دانا"),
    ("اداره کل تعاون، کار و رفاه اجتماعی", "جمشید کوشا"),
    ("اداره کل امور اقتصادی و دارایی", "پرویز گنجی"),
    ("اداره کل میراث فرهنگی", "شیرین باستان"),
    ("اداره کل ورزش و جوانان", "بابک پهلوان"),
    ("اداره کل هواشناسی", "نیما بارانی"),
    ("اداره کل دامپزشکی", "سهراب رمه‌دار"),
    ("اداره کل استاندارد", "پانته‌آ سنجش"),
    ("اداره کل غله", "گلنار خرمن"),
    ("اداره کل راهداری", "اشکان پلی"),
    ("شرکت گاز", "خسرو آذری"),
    ("شرکت توزیع برق", "تورج روشن"),
    ("شرکت مخابرات", "مهتاب پیامی"),
    ("اداره کل پست", "داریوش پیک"),
    ("بنیاد مسکن", "فرشته سرایی"),
    ("بنیاد شهید", "رستم ایثاری"),
    ("جمعیت هلال احمر", "بیژن یاری"),
    ("کمیته امداد", "سودابه همدل"),
    ("اتاق بازرگانی", "منوچهر تاجر"),
    ("اتاق تعاون", "ژاله همکار"),
    ("سازمان نظام مهندسی کشاورزی", "اسفندیار کشتکار"),
    ("صدا و سیما", "ناهید گوینده"),
    ("فرمانداری سپیدرود", "ایرج مرزبان"),
    ("فرمانداری دشت بالا", "عطیه دشتی"),
    ("فرمانداری کوه‌پایه", "قباد کوهی"),
    ("شهرداری سپیدرود", "تینا شهریاری"),
    ("سازمان بسیج سازندگی", "حامد آبادگر"),
    ("نماینده بهره‌برداران", "ولی باغبان"),
];

/// Organisations of the office beside the seats.
const ORGANISATIONS: [&str; 4] = [
    "شرکت آب منطقه‌ای",
    "سازمان جهاد کشاورزی",
    "بانک کشاورزی",
    "اداره کل هواشناسی",
];

pub struct Meeting {
    folder: TempDir,
    office: Office,
    ids: u32,
    model: Model,
    pub now: Moment,
    pub session: SessionId,
    seats: Vec<SeatId>,
    /// Keys pressed so far.
    pub pressed: usize,
    form: TextForm,
    painter: Painter,
    /// Every frame so far. There is room for all of a long meeting, so that what is held does not grow by it.
    pub frames: Vec<Frame>,
}

impl Meeting {
    /// The list of sessions: two that were held and, selected, the one of today, whose roll nobody has opened yet.
    pub fn new() -> Meeting {
        Meeting::at(TextForm::Logical, Way::App)
    }

    /// As [`Meeting::new`], at a screen whose cells hold text in a form and are sent in a way.
    pub fn at(form: TextForm, way: Way) -> Meeting {
        let folder = TempDir::new().unwrap();
        let (office, _) = Office::open(&folder.path().join("store")).unwrap();
        let (model, effects) = Model::new(setup(form));
        let mut meeting = Meeting {
            folder,
            office,
            ids: 0,
            model,
            now: moment_of(today(), TimeOfDay::new(9, 30).unwrap()),
            session: SessionId::default(),
            seats: Vec::new(),
            pressed: 0,
            form,
            painter: Painter::new(way),
            frames: Vec::with_capacity(1 << 15),
        };
        meeting.found();
        meeting.carry_out(effects);
        meeting
    }

    /// As [`Meeting::at`], with an emulator that judges every frame from now on.
    pub fn judged(form: TextForm, way: Way) -> Meeting {
        Meeting {
            painter: Painter::judged(way),
            ..Meeting::at(form, way)
        }
    }

    /// The program ends in the middle of what it does, saves nothing and is started again on what the store has.
    pub fn die(self) -> Meeting {
        // The store can be opened once only: it goes with everything that the program knew.
        let Meeting {
            folder,
            office,
            ids,
            now,
            session,
            seats,
            pressed,
            form,
            painter,
            frames,
            ..
        } = self;
        drop(office);
        let (office, _) = Office::open(&folder.path().join("store")).unwrap();
        let (model, effects) = Model::new(setup(form));
        let mut meeting = Meeting {
            folder,
            office,
            ids,
            model,
            now,
            session,
            seats,
            pressed,
            form,
            painter: Painter::new(painter.way),
            frames,
        };
        meeting.carry_out(effects);
        meeting
    }

    /// The office: the body, its seats, two earlier sessions and the one of today.
    fn found(&mut self) {
        let rules = Rules {
            quorum: Some(Quorum::MoreThan { of: 1, parts: 2 }),
            absences_in_a_row: Some(3),
            ..Rules::default()
        };
        let body = Body {
            name: "کارگروه آب و خاک".to_owned(),
            roll_call: RollCall::Present,
            rules: vec![rules],
            ..Body::default()
        };
        let after = self.run(Command::RecordBody {
            before: None,
            after: body,
        });
        let Created::Body(body) = after else { panic!() };
        for (order, (name, holder)) in (1..).zip(SEATS) {
            let after = Seat {
                body: body.clone(),
                name: name.to_owned(),
                order,
                holders: vec![Holder {
                    name: holder.to_owned(),
                    ..Holder::default()
                }],
                ..Seat::default()
            };
            let Created::Seat(id) = self.run(Command::RecordSeat { before: None, after }) else {
                panic!()
            };
            self.seats.push(id);
        }
        for ordinal in [1, 2] {
            let held = self.add_session(&body, ordinal, today().plus_days(-30 / i64::from(ordinal)));
            self.tick_earlier(&held);
        }
        self.session = self.add_session(&body, 3, today());
        for name in ORGANISATIONS {
            let after = Organisation {
                name: name.to_owned(),
                ..Organisation::default()
            };
            self.run(Command::RecordOrganisation { before: None, after });
        }
    }

    fn add_session(&mut self, body: &BodyId, ordinal: u32, date: Day) -> SessionId {
        let item = |(title, minutes): (&str, u32)| AgendaItem {
            title: title.to_owned(),
            planned_minutes: Some(minutes),
            ..AgendaItem::default()
        };
        let after = Session {
            body: body.clone(),
            year: Some(1402),
            ordinal: Some(ordinal),
            date: Some(date),
            start: TimeOfDay::new(9, 0),
            agenda: [("گزارش دبیر", 15), ("تراز آب دشت بالا", 30), ("سایر", 15)]
                .map(item)
                .to_vec(),
            ..Session::default()
        };
        let command = Command::RecordSession {
            before: None,
            after: Box::new(after),
        };
        match self.run(command) {
            Created::Session(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// The health service was represented then, and the road office was absent.
    fn tick_earlier(&mut self, session: &SessionId) {
        let mark = |seat: &SeatId, status| Attendance {
            seat: seat.clone(),
            status,
            ..Attendance::default()
        };
        let represented = Attendance {
            representative: Some(Representative {
                name: Some("پیمان شفایی".to_owned()),
                post: Some("معاون بهداشت".to_owned()),
            }),
            reason: Some("مأموریت".to_owned()),
            ..mark(&self.seats[11], Presence::Represented)
        };
        let marks = vec![represented, mark(&self.seats[8], Presence::Absent)];
        let command = Command::Tick {
            session: session.clone(),
            marks,
        };
        self.execute(command);
    }

    fn execute(&mut self, command: Command) -> Done {
        let ids = &mut self.ids;
        let mut fresh = || {
            *ids += 1;
            format!("x{ids}")
        };
        self.office
            .execute("سارا", command, self.now, &mut fresh)
            .unwrap()
    }

    fn run(&mut self, command: Command) -> Created {
        self.execute(command).created.remove(0)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let answer = match effect {
                Effect::Ask(query) => {
                    let answer = self.office.read(&query, today()).unwrap();
                    Msg::Answered(query, Box::new(answer))
                }
                Effect::Do { command, then } => {
                    let result = Ok(self.execute(command));
                    let answer = |query| {
                        let answer = self.office.read(&query, today()).unwrap();
                        (query, answer)
                    };
                    let answers = then.into_iter().map(answer).collect();
                    Msg::Did { result, answers }
                }
                Effect::AskDraft { key } => {
                    let draft = self.office.store().draft(&key);
                    Msg::Draft(key, draft)
                }
                Effect::AskDrafts => {
                    let drafts = self.office.store().drafts();
                    Msg::Drafts(drafts.into_iter().map(|(key, _)| key).collect())
                }
                Effect::KeepDraft { key, text } => {
                    self.office.store().keep_draft(&key, &text);
                    continue;
                }
                Effect::ClearDraft { key } => {
                    self.office.store().clear_draft(&key);
                    continue;
                }
                _ => continue,
            };
            effects.extend(self.tell(answer));
        }
    }

    /// Tells the screen something and paints it.
    fn tell(&mut self, message: Msg) -> Vec<Effect> {
        let begun = thread_time();
        let effects = app::update(&mut self.model, message, self.now);
        let bytes = self.painter.paint(&self.model);
        self.frames.push(Frame {
            key: self.pressed,
            took: thread_time() - begun,
            bytes,
        });
        effects
    }

    /// Goes on with the session as it is read now.
    pub fn begin(&mut self) {
        self.execute(Command::SetState {
            session: self.session.clone(),
            state: SessionState::Running,
        });
        let effects = self.tell(Msg::Changed);
        self.carry_out(effects);
    }

    /// So many minutes pass, and the screen is told.
    pub fn wait(&mut self, minutes: i64) {
        self.now += chrono::TimeDelta::minutes(minutes);
        let effects = self.tell(Msg::Tick);
        self.carry_out(effects);
    }

    /// So much time passes, and the screen is woken whenever it wants to be.
    pub fn pass(&mut self, time: chrono::TimeDelta) {
        let until = self.now + time;
        while let Some(wakes) = self.wakes_at().filter(|wakes| *wakes <= until) {
            self.now = wakes;
            let effects = self.tell(Msg::Tick);
            self.carry_out(effects);
        }
        self.now = until;
    }

    /// Presses keys: characters, and names in angle brackets.
    pub fn press(&mut self, keys: &str) -> &mut Meeting {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
            let (key, behind) = match named {
                Some((name, behind)) => (by_name(name), behind),
                None => (Key::char(c), &rest[c.len_utf8()..]),
            };
            rest = behind;
            self.pressed += 1;
            let effects = self.tell(Msg::Key(key));
            self.carry_out(effects);
        }
        self
    }

    /// The minutes as they are stored.
    pub fn view(&self) -> SessionView {
        read::session(&self.office, &self.session, today())
            .unwrap()
            .unwrap()
    }

    /// What is stored of the seat that this person holds.
    pub fn mark_of(&self, holder: &str) -> Attendance {
        let place = SEATS.iter().position(|(_, name)| *name == holder).unwrap();
        let seat = &self.seats[place];
        let view = self.view();
        let row = view.roll.iter().find(|row| row.seat.id == *seat);
        row.unwrap().attendance.clone()
    }

    /// The moment at which the screen wants to be woken.
    pub fn wakes_at(&self) -> Option<Moment> {
        app::wakes_at(&self.model)
    }

    /// The screen in reading order.
    pub fn screen(&self) -> String {
        let area = Rect::new(0, 0, 80, 24);
        let mut buffer = Buffer::empty(area);
        app::view(&self.model, &mut buffer);
        let row = |y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..24).map(row).collect::<Vec<_>>().join("\n")
    }

    pub fn assert_shows(&self, words: &str) {
        let screen = self.screen();
        assert!(screen.contains(words), "no row has {words:?}:\n{screen}");
    }
}

fn setup(form: TextForm) -> Setup {
    Setup {
        lang: Lang::Fa,
        digits: Digits::Persian,
        today: today(),
        actor: "سارا".to_owned(),
        sample: false,
        tutor: false,
        folder: "/papers".into(),
        home: None,
        fetch: None,
        no_color: false,
        ground: dabir::ui::Ground::Unknown,
        settings: Settings::default(),
        mouse: true,
        bandwidth: None,
        form,
        columns: 80,
        rows: 24,
    }
}

pub fn today() -> Day {
    Day::from_jalali(1402, 2, 10).unwrap()
}

fn by_name(name: &str) -> Key {
    Key::plain(match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Escape,
        "Tab" => Code::Tab,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Del" => Code::Delete,
        "Home" => Code::Home,
        "PageUp" => Code::PageUp,
        "PageDown" => Code::PageDown,
        "End" => Code::End,
        "F2" => Code::F(2),
        "F7" => Code::F(7),
        other => panic!("{other}"),
    })
}
