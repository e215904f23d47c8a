using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Support;

public sealed class WhenATicketIsDealtWith : SupportSpec
{
    private static readonly (string Name, TicketUpdated? Update)[] Facts = [("opened", null), ("answered", Answered), ("resolved", Resolved)];

    public static TheoryData<string> Orders =>
    [
        .. from first in Facts
           from second in Facts
           from third in Facts
           where new[] { first.Name, second.Name, third.Name }.Distinct().Count() == 3
           select $"{first.Name} {second.Name} {third.Name}",
    ];

    [Fact]
    public void Its_answer_is_told_once_and_the_first_one_stands()
    {
        Worker.Hears(Ticket()).Hears(Answered).Hears(Answered with { By = "Kim" });

        Assert.Equal("Sam", Assert.Single(Worker.SaidDetails.OfType<TicketAnswered>()).By);
        Assert.Equal(("Answered", "Sam", "called back"), (InListOfAll, Row.Text(TicketColumns.AnsweredBy), Row.Text(TicketColumns.AnswerNote)));
    }

    [Fact]
    public void Its_settlement_is_told_once_and_nothing_escalates_any_more()
    {
        Worker.Hears(Ticket(TicketPriority.Urgent)).Hears(Resolved).Hears(Resolved);

        Worker.Passes(5 * Hour);

        Assert.Single(Worker.SaidDetails.OfType<TicketResolved>());
        Assert.Empty(Escalations);
        Assert.Equal(("Resolved", "Resolved", 0), (InListOf("senior"), Row.Text(TicketColumns.Status), Worker.Waiting));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Facts_may_come_in_any_order(string order)
    {
        foreach (var name in order.Split(' '))
        {
            _ = name == "opened" ? Worker.Hears(Ticket(TicketPriority.Urgent)) : Worker.Hears(Facts.Single(fact => fact.Name == name).Update!);
        }

        Worker.Passes(5 * Hour);

        Assert.Single(Worker.SaidDetails.OfType<TicketAssigned>());
        Assert.Single(Worker.SaidDetails.OfType<TicketResolved>());
        Assert.Empty(Escalations);
        Assert.Equal(("Resolved", "Sam", "Sam"), (InListOf("senior"), Row.Text(TicketColumns.AnsweredBy), Row.Text(TicketColumns.ResolvedBy)));
    }

    [Fact]
    public void An_answer_that_comes_before_its_ticket_waits_for_it()
    {
        Worker.Hears(Answered);
        Assert.Empty(Worker.Said);
        Assert.Null(InListOfAll);
        Assert.Null(Row.Text(TicketColumns.Status));

        Worker.Hears(Ticket());
        Assert.Single(Worker.SaidDetails.OfType<TicketAnswered>());
        Assert.Equal("Answered", InListOfAll);
    }
}
