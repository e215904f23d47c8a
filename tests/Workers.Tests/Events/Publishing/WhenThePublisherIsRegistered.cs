using Microsoft.Extensions.DependencyInjection;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenThePublisherIsRegistered
{
    [Fact]
    public async Task It_publishes_to_the_bus_with_the_configured_prefix()
    {
        var time = new FakeTime();
        var bus = new FakeBus(time);
        await using var services = new ServiceCollection()
            .AddLogging()
            .Configure<ResourceNaming>(naming => naming.Prefix = "user3-")
            .AddSingleton<IEventBus>(bus)
            .AddEventPublisher("ecommerce-events")
            .BuildServiceProvider();

        await services.GetRequiredService<IEventPublisher>()
            .PublishAsync(PublisherFixture.Events("{}"), TestContext.Current.CancellationToken);

        Assert.Equal("user3-ecommerce-events", Assert.Single(bus.Calls).BusName);
    }
}
