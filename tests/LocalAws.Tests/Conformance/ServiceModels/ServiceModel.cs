using System.Text.Json.Nodes;

namespace LocalAws.Tests.Conformance.ServiceModels;

/// <summary>
/// The operations of an AWS service and the members of their requests, read from a file of names beside this one: the first line
/// that is no comment is the service's target prefix, and for the query protocol its version; then come operations, each followed by its
/// members, indented.
/// </summary>
internal sealed class ServiceModel
{
    private ServiceModel(string[] target, IReadOnlyDictionary<string, List<string>> operations)
    {
        Target = target[0];
        QueryVersion = target.ElementAtOrDefault(1);
        Operations = operations;
    }

    /// <summary>What stands before the dot in <c>X-Amz-Target</c>.</summary>
    public string Target { get; }

    /// <summary>The version by which the query protocol finds the service; null when it speaks AWS JSON.</summary>
    public string? QueryVersion { get; }

    /// <summary>The paths of the members by operation, such as <c>Items[].Tags{}.Name</c>: <c>[]</c> is a list, <c>{}</c> a map.</summary>
    public IReadOnlyDictionary<string, List<string>> Operations { get; }

    /// <summary>Every service that has a file.</summary>
    public static IEnumerable<ServiceModel> All =>
        Directory.GetFiles(Path.Combine(Repository.Folder, "tests/LocalAws.Tests/Conformance/ServiceModels"), "*.txt").Select(Read);

    /// <summary>The service as it speaks the query protocol beside AWS JSON.</summary>
    public ServiceModel InForms(string queryVersion) => new([Target, queryVersion], Operations);

    /// <summary>The members along a path.</summary>
    public static IEnumerable<string> NamesOf(string path) => path.Split('.').Select(step => step.TrimEnd('[', ']', '{', '}'));

    /// <summary>A request that has nothing but the member, with that value.</summary>
    public static JsonNode Request(string path, JsonNode? value)
    {
        var node = value;
        foreach (var step in path.Split('.').Reverse())
        {
            var name = step.TrimEnd('[', ']', '{', '}');
            for (var wraps = step[name.Length..]; wraps.Length > 0; wraps = wraps[..^2])
            {
                node = wraps.EndsWith("[]", StringComparison.Ordinal) ? new JsonArray(node) : new JsonObject { ["key"] = node };
            }

            node = new JsonObject { [name] = node };
        }

        return node!;
    }

    private static ServiceModel Read(string file)
    {
        string? target = null;
        var operations = new Dictionary<string, List<string>>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (target is null)
            {
                target = line;
            }
            else if (line[0] != ' ')
            {
                operations.Add(line, []);
            }
            else
            {
                operations.Values.Last().Add(line.Trim());
            }
        }

        return new ServiceModel(target!.Split(' '), operations);
    }
}
