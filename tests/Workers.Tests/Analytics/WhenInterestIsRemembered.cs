using FsCheck;
using FsCheck.Fluent;
using Workers.Analytics.Behaviour;

namespace Workers.Tests.Analytics;

public sealed class WhenInterestIsRemembered
{
    private static readonly DateTimeOffset Then = FakeTime.Start;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void It_answers_as_the_list_of_all_views_would_in_whatever_order_they_came()
    {
        var minutes = Gen.Choose(0, 400);

        Check.One(Cases, Prop.ForAll(
            (from views in minutes.ListOf(12) from bought in minutes select (views, bought)).ToArbitrary(),
            visit =>
            {
                var interest = visit.views.Aggregate(Interest.None, (known, minute) => known.With(At(minute), Window));
                var isBefore = visit.views.Any(minute => At(minute) <= At(visit.bought) && At(visit.bought) <= At(minute) + Window);
                return interest.IsBefore(At(visit.bought), Window) == isBefore;
            }));
    }

    [Fact]
    public void A_long_session_is_one_span()
    {
        var interest = Enumerable.Range(0, 10_000).Aggregate(Interest.None, (known, minute) => known.With(At(minute), Window));

        Assert.Equal([new(At(0), At(9_999))], interest.Spans);
    }

    [Fact]
    public void A_session_with_many_breaks_forgets_its_oldest_views()
    {
        var interest = Enumerable.Range(0, 30).Aggregate(Interest.None, (known, hour) => known.With(At(60 * hour), Window));

        Assert.Equal(Interest.MostSpans, interest.Spans.Count);
        Assert.Equal(At(60 * 10), interest.Spans[0].From);
    }

    [Fact]
    public void Both_ends_of_the_calendar_are_times()
    {
        var interest = Interest.None.With(DateTimeOffset.MaxValue, Window).With(DateTimeOffset.MinValue, Window);

        Assert.True(interest.IsBefore(DateTimeOffset.MaxValue, Window));
        Assert.True(interest.IsBefore(DateTimeOffset.MinValue, Window));
    }

    private static DateTimeOffset At(int minute) => Then.AddMinutes(minute);
}
