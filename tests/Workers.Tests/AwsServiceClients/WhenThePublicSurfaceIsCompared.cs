using Amazon.EventBridge;

namespace Workers.Tests.AwsServiceClients;

/// <summary>
/// The approved surface is the part of the official package that this project uses: our client has that and no more. Where the
/// official package is referenced in its place, which has more, nothing of it may be missing or different.
/// </summary>
public sealed class WhenThePublicSurfaceIsCompared
{
    private const string Approved = "AwsServiceClients/PublicSurface.approved.txt";
    private const string Received = "AwsServiceClients/PublicSurface.received.txt";

    [Fact]
    public void It_is_the_approved_one()
    {
        var assembly = typeof(IAmazonEventBridge).Assembly;
        string[] approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, Approved));
        string[] received = [.. PublicSurface.Of(assembly)];
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, Received), received);

        string[] missing = [.. approved.Except(received).Select(line => $"- {line}")];
        string[] added = IsOfficial(assembly) ? [] : [.. received.Except(approved).Select(line => $"+ {line}")];

        Assert.True(
            missing.Length + added.Length == 0,
            $"If this is meant, copy {Received} of the output folder over {Approved}:\n{string.Join('\n', missing.Concat(added))}");
    }

    private static bool IsOfficial(System.Reflection.Assembly assembly) => assembly.GetName().Name == "AWSSDK.EventBridge";
}
