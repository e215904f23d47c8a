using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenEventsFillSeveralCalls : IDisposable
{
    private readonly PublisherFixture _fixture = new();
    private readonly OutgoingEvent[] _events = PublisherFixture.Events([.. Enumerable.Range(0, 51).Select(i => $"{i}")]);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task They_are_made_side_by_side_and_no_more_than_four_at_once()
    {
        var gate = new TaskCompletionSource();
        _fixture.Bus.Gate = gate.Task;

        var publishing = _fixture.PublishAsync(_events);
        Assert.Equal(4, _fixture.Bus.Calls.Count);
        gate.SetResult();
        await publishing;

        Assert.Equal(_events, _fixture.Bus.Calls.SelectMany(call => call.Events));
    }

    [Fact]
    public async Task What_one_of_them_does_not_take_is_sent_again_alone()
    {
        _fixture.Bus.ThenTakes().ThenRefuses("ThrottlingException", "12", "17");

        await _fixture.PublishAsync(_events[..30]);

        Assert.Equal([10, 10, 10, 2], _fixture.Details.Select(call => call.Length));
        Assert.Equal(["12", "17"], _fixture.Details[^1]);
    }

    [Fact]
    public async Task One_that_fails_leaves_the_others_to_be_taken()
    {
        _fixture.Bus.ThenTakes().ThenThrows(new TimeoutException()).ThenRefuses("ThrottlingException", "25");

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(_events[..30]));

        Assert.Equal(_events[10..20], failure.NotTaken);
        Assert.Equal(["25"], _fixture.Details[^1]);
    }

    [Fact]
    public async Task After_one_that_fails_no_further_ones_are_begun()
    {
        _fixture.Bus.ThenThrows(new TimeoutException());

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(_events));

        Assert.Equal(4, _fixture.Bus.Calls.Count);
        Assert.Equal([.. _events[..10], .. _events[40..]], failure.NotTaken);
    }
}
