//! A browser without a window, told what to do over a pipe (the `DevTools` protocol): enough of it to use a page as a reader does.

// Two test programs use it, each a part of it.
#![allow(dead_code)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

pub struct Browser {
    child: Child,
    told: Option<ChildStdin>,
    heard: BufReader<ChildStdout>,
    session: String,
    count: u64,
    /// What the console and the policy of the page complained of.
    pub complaints: Vec<String>,
    _profile: TempDir,
}

impl Browser {
    /// Opens a page; nothing when there is no browser, with a word of the `test` that is skipped.
    pub fn open(page: &Path, test: &str) -> Option<Self> {
        let works = |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|run| run.status.success());
        let Some(name) = NAMES.iter().find(works) else {
            println!("skipped {test}: there is no chromium");
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        // The pipe is read from 3 and written to 4. Whatever happens, it is gone after two minutes.
        let mut child = Command::new("sh")
            .args(["-c", "exec timeout -k 5 120 \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", name])
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"])
            .args(["--no-first-run", "--window-size=1440,900", &format!("--user-data-dir={}", profile.path().display()), "about:blank"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (told, heard) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        let mut browser = Self { child, told, heard, session: String::new(), count: 0, complaints: Vec::new(), _profile: profile };
        let target = browser.tell("Target.createTarget", &json!({ "url": "about:blank" }))["targetId"].clone();
        let attached = browser.tell("Target.attachToTarget", &json!({ "targetId": target, "flatten": true }));
        attached["sessionId"].as_str().unwrap().clone_into(&mut browser.session);
        for room in ["Page", "Runtime", "Log"] {
            browser.tell(&format!("{room}.enable"), &json!({}));
        }
        browser.go(page);
        Some(browser)
    }

    /// Loads a page (again).
    pub fn go(&mut self, page: &Path) {
        self.tell("Page.navigate", &json!({ "url": format!("file://{}", page.display()) }));
        while self.hear()["method"] != "Page.loadEventFired" {}
        self.wait();
    }

    /// Does what leads to another page, and waits until that is there.
    pub fn leave(&mut self, expression: &str) {
        // Later, so that the answer comes before the page is gone.
        self.see(&format!("{{ setTimeout(() => {{ {expression} }}, 50) }}"));
        while self.hear()["method"] != "Page.loadEventFired" {}
        self.wait();
    }

    /// Where files go that the page hands out.
    pub fn downloads(&mut self, folder: &Path) {
        let session = std::mem::take(&mut self.session);
        self.tell("Browser.setDownloadBehavior", &json!({ "behavior": "allow", "downloadPath": folder }));
        self.session = session;
    }

    /// Prefers dark colours from now on.
    pub fn dark(&mut self) {
        self.tell("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }));
    }

    /// Presses keys that write a letter.
    pub fn press(&mut self, keys: &str) {
        for key in keys.chars() {
            for kind in ["keyDown", "keyUp"] {
                let code = if key.is_ascii_alphabetic() { format!("Key{}", key.to_ascii_uppercase()) } else { String::new() };
                self.tell(
                    "Input.dispatchKeyEvent",
                    &json!({ "type": kind, "key": key.to_string(), "code": code, "text": key.to_string() }),
                );
            }
        }
        self.wait();
    }

    /// Presses a key that writes nothing, or Enter, by its name and number.
    pub fn strike(&mut self, key: &str, number: u32) {
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in [if text.is_empty() { "rawKeyDown" } else { "keyDown" }, "keyUp"] {
            let event = json!({ "type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": number });
            self.tell("Input.dispatchKeyEvent", &event);
        }
        self.wait();
    }

    /// The page as a screen reader has it: role and name of everything that can be used.
    pub fn heard(&mut self) -> Vec<(String, String)> {
        let tree = self.tell("Accessibility.getFullAXTree", &json!({}));
        let is_used = |node: &&Value| {
            let properties = node["properties"].as_array().into_iter().flatten();
            properties.into_iter().any(|p| p["name"] == "focusable" && p["value"]["value"] == true)
        };
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let nodes = tree["nodes"].as_array().into_iter().flatten().filter(is_used);
        nodes.map(|node| (text(&node["role"]), text(&node["name"]))).filter(|(role, _)| role != "RootWebArea").collect()
    }

    /// The value of an expression.
    pub fn see(&mut self, expression: &str) -> Value {
        let seen = self.tell("Runtime.evaluate", &json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }));
        assert!(seen["exceptionDetails"].is_null(), "{expression}: {seen}");
        seen["result"]["value"].clone()
    }

    /// Until the page has been drawn twice.
    fn wait(&mut self) {
        self.see("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(1))), 150))");
    }

    fn tell(&mut self, method: &str, params: &Value) -> Value {
        self.count += 1;
        let mut message = json!({ "id": self.count, "method": method, "params": params });
        if !self.session.is_empty() {
            message["sessionId"] = self.session.as_str().into();
        }
        let told = self.told.as_mut().unwrap();
        told.write_all(format!("{message}\0").as_bytes()).and_then(|()| told.flush()).unwrap();
        loop {
            let heard = self.hear();
            if heard["id"] == self.count {
                assert!(heard["error"].is_null(), "{method}: {heard}");
                return heard["result"].clone();
            }
        }
    }

    fn hear(&mut self) -> Value {
        let mut message = Vec::new();
        self.heard.read_until(0, &mut message).unwrap();
        message.pop();
        let message: Value = serde_json::from_slice(&message).expect("the browser has gone");
        let complains = match message["method"].as_str() {
            Some("Runtime.exceptionThrown") => true,
            Some("Runtime.consoleAPICalled") => message["params"]["type"] == "error",
            Some("Log.entryAdded") => message["params"]["entry"]["level"] == "error",
            _ => false,
        };
        if complains {
            self.complaints.push(message.to_string());
        }
        message
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It ends when its pipe does.
        self.told = None;
        let _ = self.child.wait();
    }
}
