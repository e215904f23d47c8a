using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Support;

public sealed class WhenATicketIsOpened : SupportSpec
{
    [Theory]
    [InlineData(TicketPriority.High, "technical", "senior")]
    [InlineData(TicketPriority.Urgent, "billing", "senior")]
    [InlineData(TicketPriority.Normal, "billing", "finance")]
    [InlineData(TicketPriority.Low, "Technical", "engineering")]
    [InlineData(TicketPriority.Normal, "praise", "general")]
    [InlineData(TicketPriority.Normal, null, "general")]
    public void The_first_route_that_matches_says_whose_it_is(TicketPriority priority, string? category, string team)
    {
        Worker.Hears(Ticket(priority, category));

        Assert.Equal(team, Assert.Single(Worker.SaidDetails.OfType<TicketAssigned>()).Team);
        Assert.Equal(team, Row.Text(TicketColumns.Team));
        Assert.Equal(("Open", "Open"), (InListOf(team), InListOfAll));
    }

    [Theory]
    [InlineData(TicketPriority.Urgent, 15, 4)]
    [InlineData(TicketPriority.High, 60, 8)]
    [InlineData(TicketPriority.Normal, 240, 24)]
    [InlineData(TicketPriority.Low, 1440, 72)]
    public void What_is_promised_counts_from_its_opening_by_its_priority(TicketPriority priority, int minutes, int hours)
    {
        var openedAt = FakeTime.Start.AddMinutes(-10);
        Worker.Hears(Ticket(priority, at: openedAt));

        var assigned = Assert.Single(Worker.SaidDetails.OfType<TicketAssigned>());
        Assert.Equal(
            (openedAt, openedAt.AddMinutes(minutes), openedAt.AddHours(hours)),
            (assigned.Timestamp, assigned.FirstAnswerDueAt, assigned.ResolutionDueAt));
        Assert.Equal(
            (assigned.FirstAnswerDueAt, assigned.ResolutionDueAt),
            (Row.Time(TicketColumns.FirstAnswerDueAt), Row.Time(TicketColumns.ResolutionDueAt)));
    }

    [Fact]
    public void It_is_assigned_once_under_whatever_event_ids_and_the_first_one_stands()
    {
        Worker.Hears(Ticket(), "one").Hears(Ticket(TicketPriority.Urgent), "two").Hears(Ticket(), "one");

        Assert.Equal("general", Assert.Single(Worker.SaidDetails.OfType<TicketAssigned>()).Team);
        Assert.Equal("Normal", Row.Text(TicketColumns.Priority));
        Assert.Empty(Worker.Rejected);
    }
}
