using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenEntriesAreRefused : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("ThrottlingException")]
    [InlineData("InternalFailure")]
    [InlineData("SomethingNew")]
    public async Task Those_that_may_pass_are_sent_again_and_only_those(string errorCode)
    {
        _fixture.Bus.ThenRefuses(errorCode, "b", "d").ThenRefuses(errorCode, "d");

        await _fixture.PublishAsync(PublisherFixture.Events("a", "b", "c", "d"));

        Assert.Equal([["a", "b", "c", "d"], ["b", "d"], ["d"]], _fixture.Details);
    }

    [Fact]
    public async Task Equal_ones_are_each_sent_again()
    {
        _fixture.Bus.ThenRefuses("ThrottlingException", "a");

        await _fixture.PublishAsync(PublisherFixture.Events("a", "a"));

        Assert.Equal([["a", "a"], ["a", "a"]], _fixture.Details);
    }

    [Theory]
    [InlineData("MalformedDetail")]
    [InlineData("NotAuthorizedForSourceException")]
    [InlineData("AccessDeniedException")]
    public async Task Those_that_never_pass_are_told_at_once_and_the_others_are_taken(string errorCode)
    {
        _fixture.Bus.ThenRefuses(errorCode, "b");
        var events = PublisherFixture.Events([.. Enumerable.Repeat("a", 9), "b", "c"]);

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(events));

        Assert.Equal([events[9]], failure.NotTaken);
        Assert.Equal($"1 of 11 events were not taken: {errorCode}.", failure.Message);
        Assert.Equal([10, 1], _fixture.Details.Select(call => call.Length));
    }

    [Fact]
    public async Task Tries_end_and_their_waits_grow_no_faster_than_they_double()
    {
        for (var i = 0; i < 5; i++)
        {
            _fixture.Bus.ThenRefuses("ThrottlingException", "a");
        }

        var events = PublisherFixture.Events("a");
        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(events));

        Assert.Equal(events, failure.NotTaken);
        Assert.Equal(5, _fixture.Bus.Calls.Count);
        Assert.All(_fixture.Bus.Times.Zip(_fixture.Bus.Times.Skip(1)).Index(), wait => Assert.InRange(
            wait.Item.Second - wait.Item.First, TimeSpan.Zero, TimeSpan.FromMilliseconds(1 + (100 << wait.Index))));
        Assert.NotEqual(TimeSpan.Zero, _fixture.Bus.Times[^1]);
    }

    [Fact]
    public async Task An_event_without_a_result_is_sent_again()
    {
        _fixture.Bus.Then(_ => []);

        await _fixture.PublishAsync(PublisherFixture.Events("a", "b"));

        Assert.Equal([["a", "b"], ["a", "b"]], _fixture.Details);
    }

    [Fact]
    public async Task What_the_answers_say_of_each_is_known()
    {
        _fixture.Bus.ThenRefuses("MalformedDetail", "a");

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));

        Assert.False(failure.OutcomeIsUnknown);
    }

    [Fact]
    public async Task What_no_answer_says_of_one_is_not_known()
    {
        for (var i = 0; i < 5; i++)
        {
            _fixture.Bus.Then(_ => []);
        }

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));

        Assert.Equal("1 of 1 events were not seen to be taken: NoResult.", failure.Message);
        Assert.True(failure.OutcomeIsUnknown);
    }

    [Fact]
    public async Task An_empty_code_is_a_yes()
    {
        _fixture.Bus.Then(_ => [""]);

        await _fixture.PublishAsync(PublisherFixture.Events("a"));

        Assert.Single(_fixture.Bus.Calls);
    }
}
