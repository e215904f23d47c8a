using System.ComponentModel;
using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Peer;

/// <summary>The npm package, installed into a temporary directory that goes when we go.</summary>
internal sealed class SqsConsumerPackage : IDisposable
{
    public const string Name = "sqs-consumer";

    private static readonly string[] Packages = [$"{Name}@14.2.8", "@aws-sdk/client-sqs@3"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory($"{Name}-");

    private SqsConsumerPackage()
    {
    }

    /// <summary>Installs it.</summary>
    /// <returns>Null where npm is missing, or cannot install it.</returns>
    public static async Task<SqsConsumerPackage?> InstallAsync(CancellationToken cancellationToken)
    {
        var package = new SqsConsumerPackage();
        if (await package.InstallHereAsync(cancellationToken))
        {
            return package;
        }

        package.Dispose();
        return null;
    }

    /// <summary>Consumes a queue with it in a process of its own.</summary>
    public ChildProcess Start(Uri endpoint, BenchmarkQueue queue, int[] marks) => ChildProcess.Start(
        "node",
        [
            Path.Combine(_directory.FullName, "peer.mjs"),
            endpoint.ToString(),
            queue.Url,
            EngineHost.Loops.ToString(CultureInfo.InvariantCulture),
            .. marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture)),
        ]);

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task<bool> InstallHereAsync(CancellationToken cancellationToken)
    {
        try
        {
            File.Copy(
                Path.Combine(AppContext.BaseDirectory, "Peer", "peer.mjs"), Path.Combine(_directory.FullName, "peer.mjs"));
            using var npm = ChildProcess.Start(
                "npm", ["install", "--prefix", _directory.FullName, "--no-audit", "--no-fund", "--silent", .. Packages]);
            return await npm.WaitAsync(cancellationToken) == 0;
        }
        catch (Win32Exception)
        {
            return false;   // there is no npm
        }
    }
}
