package dev.cuecard.chat.budget;

import java.math.BigDecimal;

/**
 * An amount of money that several calls may spend together, and never more: what a call can cost at most is reserved
 * before it, and replaced by what it did cost when that is known. Several runs may share one. For many threads.
 *
 * <pre>{@code
 * RunOptions options = RunOptions.DEFAULT.withBudget(Budget.ofUsd(new BigDecimal("0.50")));
 * }</pre>
 */
public final class Budget {

    private final BigDecimal limit;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;
    private BigDecimal unsettled = BigDecimal.ZERO;

    private Budget(BigDecimal limit) {
        this.limit = limit;
    }

    /**
     * A budget of which nothing is spent yet.
     *
     * @param limit in US dollars
     * @throws IllegalArgumentException when it is negative
     */
    public static Budget ofUsd(BigDecimal limit) {
        if (limit.signum() < 0) {
            throw new IllegalArgumentException("a budget of " + limit);
        }
        return new Budget(limit);
    }

    /** What may be spent in all, in US dollars. */
    public BigDecimal limit() {
        return limit;
    }

    /** What the calls cost whose usage is known, in US dollars. */
    public synchronized BigDecimal spent() {
        return spent;
    }

    /**
     * What calls cost at most of which nobody will say what they cost, in US dollars: their usage is unknown, and they may
     * have been billed.
     */
    public synchronized BigDecimal unsettled() {
        return unsettled;
    }

    /** What a new call may cost at most, in US dollars: what is neither spent nor reserved. */
    public synchronized BigDecimal left() {
        return limit.subtract(spent).subtract(reserved).subtract(unsettled).max(BigDecimal.ZERO);
    }

    /**
     * Sets an amount aside, where there is as much.
     *
     * @return whether there was
     */
    synchronized boolean reserve(BigDecimal amount) {
        if (amount.compareTo(left()) > 0) {
            return false;
        }
        reserved = reserved.add(amount);
        return true;
    }

    /** Nothing of an amount that was reserved is spent. */
    synchronized void release(BigDecimal amount) {
        reserved = reserved.subtract(amount);
    }

    /** A call is billed for which an amount was reserved. */
    synchronized void settle(BigDecimal amount, BigDecimal cost) {
        reserved = reserved.subtract(amount);
        spent = spent.add(cost);
    }

    /** A call may be billed for which an amount was reserved, and nobody says with how much. */
    synchronized void keep(BigDecimal amount) {
        reserved = reserved.subtract(amount);
        unsettled = unsettled.add(amount);
    }
}
