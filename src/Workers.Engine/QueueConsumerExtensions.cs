using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Events;

namespace Workers.Engine;

/// <summary>The way in: one call per queue.</summary>
public static class QueueConsumerExtensions
{
    /// <summary>
    /// Consumes a queue for as long as the host runs: at-least-once delivery, in any order. The handlers are named on what is
    /// returned. The host must provide an <c>IAmazonSQS</c> and the event registry.
    /// </summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="name">The consumer's name: its options are bound from <c>Workers:{name}</c>.</param>
    /// <param name="queue">The queue's unprefixed name. It must exist when the host starts.</param>
    public static QueueConsumerBuilder AddQueueConsumer(this IHostApplicationBuilder builder, string name, string queue)
    {
        var consumer = new QueueConsumerBuilder(name, queue, builder.Services);
        builder.Services.AddOptions<ResourceNaming>().BindConfiguration("Workers");
        builder.Services.AddOptions<QueueConsumerOptions>(name).BindConfiguration($"Workers:{name}").ValidateOnStart();
        return consumer;
    }
}
