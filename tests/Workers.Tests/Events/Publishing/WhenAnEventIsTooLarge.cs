using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenAnEventIsTooLarge : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task It_is_refused_before_any_call()
    {
        var size = 1_048_577;
        var events = PublisherFixture.Events("small", new string('x', size - 4 - 5 - 14));

        var tooLarge = await Assert.ThrowsAsync<EventTooLargeException>(() => _fixture.PublishAsync(events));

        Assert.Equal(size, tooLarge.Size);
        Assert.Empty(_fixture.Bus.Calls);
    }
}
