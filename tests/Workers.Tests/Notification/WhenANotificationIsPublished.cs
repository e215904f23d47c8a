using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

/// <summary>The channel that tells a topic.</summary>
public sealed class WhenANotificationIsPublished : IDisposable
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:event-notifications";

    private readonly FakeSns _sns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sns.Dispose();

    [Fact]
    public async Task Subscribers_can_filter_by_what_it_is_about()
    {
        await SendAsync(new Draft("high-value-order", "ops@company.example", "A large order", "Order order-1 is over 150.00.")
        {
            OrderId = "order-1",
            Urgent = true,
        });

        var request = _sns.Request!;
        Assert.Equal((Topic, "A large order", "Order order-1 is over 150.00."), (request.TopicArn, request.Subject, request.Message));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["notificationId"] = "high-value-order#sns#event-1",
                ["template"] = "high-value-order",
                ["priority"] = "urgent",
                ["orderId"] = "order-1",
            },
            request.MessageAttributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue));
    }

    [Theory]
    [InlineData(98, 98)]
    [InlineData(99, 99)]
    [InlineData(200, 99)]
    public async Task Its_subject_is_as_long_as_a_topic_takes_it(int length, int expected)
    {
        await SendAsync(new Draft("low-stock", "w@company.example", new string('x', length), "b"));

        Assert.Equal(expected, _sns.Request!.Subject.Length);
    }

    [Fact]
    public async Task No_character_of_its_subject_is_cut_in_two()
    {
        await SendAsync(new Draft("low-stock", "w@company.example", new string('x', 98) + "😀", "b"));

        Assert.Equal(new string('x', 98), _sns.Request!.Subject);
    }

    [Fact]
    public async Task Without_a_subject_it_has_its_templates_name()
    {
        await SendAsync(new Draft("low-stock", "w@company.example", "", "b"));

        Assert.Equal("low-stock", _sns.Request!.Subject);
    }

    [Fact]
    public async Task A_no_to_this_message_is_final()
    {
        _sns.Failure = new InvalidParameterException("Invalid parameter: Message too long", null, ErrorType.Sender, "InvalidParameter", "", HttpStatusCode.BadRequest);

        await Assert.ThrowsAsync<UndeliverableException>(() => SendAsync(Small));
    }

    [Fact]
    public async Task A_no_to_us_or_the_topic_is_an_outage()
    {
        foreach (var failure in (AmazonServiceException[])
        [
            new NotFoundException("Topic does not exist", null, ErrorType.Sender, "NotFound", "", HttpStatusCode.NotFound),
            new AuthorizationErrorException("not authorized", null, ErrorType.Sender, "AuthorizationError", "", HttpStatusCode.Forbidden),
            new InvalidParameterException("Invalid parameter: TopicArn", null, ErrorType.Sender, "InvalidParameter", "", HttpStatusCode.BadRequest),
            new AmazonSimpleNotificationServiceException("Rate exceeded", null, ErrorType.Sender, "Throttled", "", HttpStatusCode.TooManyRequests),
            new InternalErrorException("broken", null, ErrorType.Receiver, "InternalError", "", HttpStatusCode.InternalServerError),
        ])
        {
            _sns.Failure = failure;

            Assert.True((await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(Small))).IsOutage);
        }
    }

    [Fact]
    public async Task No_answer_is_an_outage()
    {
        _sns.Failure = new HttpRequestException(HttpRequestError.ConnectionError);

        await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(Small));
    }

    private static Draft Small => new("low-stock", "w@company.example", "s", "b");

    private Task SendAsync(Draft draft) =>
        new SnsChannel(_sns, Options.Create(new SnsChannelOptions { TopicArn = Topic }))
            .SendAsync(OutgoingNotification.Of(draft, "sns", "event-1"), Cancellation);

    /// <summary>A client that keeps what is published, or fails.</summary>
    private sealed class FakeSns() : AmazonSimpleNotificationServiceClient(
        new BasicAWSCredentials("spec", "spec"), new AmazonSimpleNotificationServiceConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        public PublishRequest? Request { get; private set; }

        public Exception? Failure { get; set; }

        public override Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
        {
            Request = request;
            return Failure is null ? Task.FromResult(new PublishResponse()) : Task.FromException<PublishResponse>(Failure);
        }
    }
}
