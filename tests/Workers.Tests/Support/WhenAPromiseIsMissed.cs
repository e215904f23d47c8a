using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Support;

public sealed class WhenAPromiseIsMissed : SupportSpec
{
    [Fact]
    public void A_ticket_that_nobody_answers_goes_to_the_first_level_when_its_time_is_over_and_not_before()
    {
        Worker.Hears(Ticket());

        Worker.Passes((4 * Hour) - Minute);
        Assert.Empty(Escalations);

        Worker.Passes(2 * Minute);
        var escalated = Assert.Single(Escalations);
        Assert.Equal(("general", "senior", 1), (escalated.FromTeam, escalated.ToTeam, escalated.Level));
        Assert.Equal((TicketPromise.FirstAnswer, Row.Time(TicketColumns.FirstAnswerDueAt)), (escalated.Overdue, escalated.OverdueSince));
        Assert.Equal(("senior", "senior"), (Row.Text(TicketColumns.Team), Row.Text(TicketColumns.FirstAnswerEscalatedTo)));
        Assert.Equal(("Escalated", "Open", "Open"), (InListOf("general"), InListOf("senior"), InListOfAll));
    }

    [Fact]
    public void A_ticket_that_is_never_settled_goes_through_the_levels_once_each()
    {
        Worker.Hears(Ticket());

        Worker.Passes(26 * Hour);

        Assert.Equal(
            ["FirstAnswer general senior 1", "Resolution senior management 2"],
            Escalations.Select(escalated => $"{escalated.Overdue} {escalated.FromTeam} {escalated.ToTeam} {escalated.Level}"));
        Assert.Equal(("Escalated", "Escalated", "Open"), (InListOf("general"), InListOf("senior"), InListOf("management")));
        Assert.Equal((2m, 0), (Row.Number(TicketColumns.Level), Worker.Waiting));
    }

    [Fact]
    public void An_answered_ticket_that_is_not_settled_goes_to_the_next_level_once()
    {
        Worker.Hears(Ticket(TicketPriority.High)).Hears(Answered);

        Worker.Passes((8 * Hour) - Minute);
        Assert.Empty(Escalations);

        Worker.Passes(Hour);
        var escalated = Assert.Single(Escalations);
        Assert.Equal(
            (TicketPromise.Resolution, "senior", "management"), (escalated.Overdue, escalated.FromTeam, escalated.ToTeam));
        Assert.Equal("Answered", InListOf("management"));
    }

    [Fact]
    public void A_late_answer_and_the_escalation_before_it_lead_to_one_escalation_of_the_settlement()
    {
        Worker.Hears(Ticket()).Passes(5 * Hour);
        Worker.Hears(Answered);

        Worker.Passes(20 * Hour);

        Assert.Equal([TicketPromise.FirstAnswer, TicketPromise.Resolution], Escalations.Select(escalated => escalated.Overdue));
    }

    [Fact]
    public void From_the_last_level_it_goes_nowhere_and_that_is_told()
    {
        Worker.Hears(Ticket(TicketPriority.Urgent));

        Worker.Passes(5 * Hour);

        Assert.Equal(["management", null], Escalations.Select(escalated => escalated.ToTeam));
        var stuck = Escalations.Last();
        Assert.Equal(("management", "management", 1), (stuck.FromTeam, stuck.Team, stuck.Level));
        Assert.Equal(("management", TicketColumns.Nobody), (Row.Text(TicketColumns.Team), Row.Text(TicketColumns.ResolutionEscalatedTo)));
        Assert.Equal("Open", InListOf("management"));
    }

    [Fact]
    public void An_answer_in_the_very_moment_stops_it()
    {
        Worker.Hears(Ticket());
        Worker.MeetsFirst(Answered);

        Worker.Passes(4 * Hour);

        Assert.Empty(Escalations);
        Assert.Equal("Answered", InListOf("general"));
    }

    [Fact]
    public void A_timer_that_comes_twice_escalates_once()
    {
        Worker.Hears(Ticket());
        Worker.Repeats(Assert.Single(Worker.SaidDetails.OfType<TicketAssigned>()), "the same in another message");

        Worker.Passes(5 * Hour);

        Assert.Single(Escalations);
    }

    [Fact]
    public void A_ticket_of_the_past_is_overdue_at_once()
    {
        Worker.Hears(Ticket(at: FakeTime.Start.AddDays(-30)));

        Worker.Passes(Hour);

        Assert.Equal(2, Escalations.Count());
    }
}
