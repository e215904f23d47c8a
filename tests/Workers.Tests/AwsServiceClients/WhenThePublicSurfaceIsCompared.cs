using Amazon.EventBridge;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

/// <summary>
/// The approved surface is the part of the official packages that this project uses. Against our own clients nothing
/// may be more or less; against the official ones, which have more, nothing may be missing or different.
/// </summary>
public sealed class WhenThePublicSurfaceIsCompared
{
    private const string Approved = "AwsServiceClients/PublicSurface.approved.txt";
    private const string Received = "AwsServiceClients/PublicSurface.received.txt";

    private static readonly bool IsOfficial = typeof(IAmazonSQS).Assembly != typeof(IAmazonEventBridge).Assembly;

    [Fact]
    public void It_is_the_approved_one()
    {
        string[] approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, Approved));
        string[] received = [.. PublicSurface.Of(typeof(IAmazonSQS).Assembly), .. IsOfficial ? PublicSurface.Of(typeof(IAmazonEventBridge).Assembly) : []];
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, Received), received);

        string[] missing = [.. approved.Except(received).Select(line => $"- {line}")];
        string[] added = IsOfficial ? [] : [.. received.Except(approved).Select(line => $"+ {line}")];

        Assert.True(
            missing.Length + added.Length == 0,
            $"If this is meant, copy {Received} of the output folder over {Approved}:\n{string.Join('\n', missing.Concat(added))}");
    }
}
