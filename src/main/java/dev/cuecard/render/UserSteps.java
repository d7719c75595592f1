package dev.cuecard.render;

import dev.cuecard.check.Speaker;
import dev.cuecard.check.Step;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/** The words of all messages with API role user, however deep they stand. */
final class UserSteps implements Step.Visitor<Boolean> {

    private final List<Span> words = new ArrayList<>();

    private UserSteps() {}

    static UserSteps of(List<Step> steps) {
        UserSteps found = new UserSteps();
        found.all(steps);
        return found;
    }

    List<Span> words() {
        return words;
    }

    private boolean all(List<Step> steps) {
        steps.forEach(step -> step.accept(this));
        return true;
    }

    @Override
    public Boolean message(Step.Message step) {
        return step.speaker().role() == Speaker.Role.USER && words.add(step.word());
    }

    @Override
    public Boolean history(Step.History step) {
        return false;
    }

    @Override
    public Boolean choice(Step.If step) {
        step.branches().forEach(branch -> all(branch.body()));
        return all(step.otherwise());
    }

    @Override
    public Boolean loop(Step.For step) {
        return all(step.body());
    }
}
