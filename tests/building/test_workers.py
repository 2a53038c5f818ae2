from __future__ import annotations

import os
import signal
import time

import pytest

from cmograph.building.workers import Crew, Done, Lost


def work(task: str) -> str:
    if task == "crash":
        raise RuntimeError(task)
    if task == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        time.sleep(60)
    return task.upper()


def outcomes(tasks: list[str], jobs: int, patience: float = 30) -> dict[str, str]:
    found: dict[str, str] = {}
    for answer in Crew(work, jobs, patience).each(tasks):
        assert answer.task not in found
        found[answer.task] = answer.result if isinstance(answer, Done) else f"lost: {answer.reason}"
    return found


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_task_comes_back_once(jobs: int) -> None:
    tasks = [f"t{number}" for number in range(50)]
    assert outcomes(tasks, jobs) == {task: task.upper() for task in tasks}


def test_no_tasks_no_answers() -> None:
    assert outcomes([], 2) == {}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("bad", "reason"), [("crash", "crashed"), ("kill", "SIGKILL")])
def test_a_crash_costs_its_own_task_only(jobs: int, bad: str, reason: str) -> None:
    tasks = ["a", "b", bad, "c", "d", "e"]
    found = outcomes(tasks, jobs)
    assert reason in found.pop(bad)
    assert found == {task: task.upper() for task in "abcde"}


def test_a_hanging_task_is_stopped() -> None:
    found = outcomes(["a", "hang", "b", "c"], 1, patience=0.3)
    assert "more than 0.3 seconds" in found.pop("hang")
    assert found == {task: task.upper() for task in "abc"}


def test_workers_end_when_nobody_wants_more() -> None:
    crew: Crew[str, str] = Crew(work, 2, 30)
    answers = crew.each(["a", "b", "c", "d", "e"])
    assert isinstance(next(answers), Done | Lost)
    processes = [worker.process for worker in crew._workers]
    answers.close()  # type: ignore[attr-defined]
    assert processes
    assert not any(process.is_alive() for process in processes)
