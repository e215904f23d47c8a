using System.Text.Json.Serialization;
using Amazon.SQS;
using Greetings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient());
builder.AddGreetings();
await builder.Build().RunAsync();

namespace Greetings
{
    public static class GreetingsWorker
    {
        public static void AddGreetings(this IHostApplicationBuilder builder)
        {
            builder.Services.AddSingleton(new EventRegistryBuilder()
                .Event(new EventName("hotel.desk", "Guest Arrived"), GreetingsJson.Default.GuestArrived)
                .Build());
            builder.AddQueueConsumer("Greetings", "greetings-queue").Handles<GuestArrived, GuestArrivedHandler>();
        }
    }

    public sealed record GuestArrived(string Name, bool IsAwake) : IEventDetail;

    public sealed partial class GuestArrivedHandler(ILogger<GuestArrivedHandler> logger) : IHandle<GuestArrived>
    {
        public Task<Outcome> HandleAsync(EventMessage<GuestArrived> message, CancellationToken cancellationToken)
        {
            if (!message.Detail.IsAwake)
            {
                return Task.FromResult(Outcome.Retry(TimeSpan.FromHours(1)));   // nobody is greeted asleep
            }

            LogGreeting(message.Detail.Name);
            return Task.FromResult(Outcome.Done);
        }

        [LoggerMessage(LogLevel.Information, "Hello, {Name}")]
        private partial void LogGreeting(string name);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(GuestArrived))]
    internal sealed partial class GreetingsJson : JsonSerializerContext;
}
