namespace LocalAws.DynamoDb.Expressions;

/// <summary>Paths laid over each other: what each of them carries stands at its end. No path may run through another's end.</summary>
/// <typeparam name="T">What a path carries.</typeparam>
internal sealed class PathTree<T>
    where T : class
{
    private PathElement[] _path = [];

    /// <summary>What the path that ends here carries; null where paths go on.</summary>
    public T? Leaf { get; private set; }

    public Dictionary<string, PathTree<T>> Names { get; } = [];

    /// <summary>By index, in ascending order.</summary>
    public SortedDictionary<int, PathTree<T>> Indexes { get; } = [];

    private bool IsEmpty => Leaf is null && Names.Count == 0 && Indexes.Count == 0;

    /// <summary>Adds a path, or says why it cannot stand beside the others.</summary>
    public string? Add(PathElement[] path, T leaf)
    {
        var node = this;
        foreach (var element in path)
        {
            if (node.Leaf is not null)
            {
                return Clash("overlap", node._path, path);
            }

            if (element.Name is null ? node.Names.Count > 0 : node.Indexes.Count > 0)
            {
                return Clash("conflict", node.AnyPath(), path);
            }

            node = node.Child(element);
        }

        if (!node.IsEmpty)
        {
            return Clash("overlap", node.AnyPath(), path);
        }

        (node.Leaf, node._path) = (leaf, path);
        return null;
    }

    private static string Clash(string how, PathElement[] one, PathElement[] two) =>
        $"Two document paths {how} with each other; must remove or rewrite one of these paths; "
        + $"path one: {DocumentPath.Describe(one)}, path two: {DocumentPath.Describe(two)}";

    private PathElement[] AnyPath() =>
        Leaf is not null ? _path : Names.Values.Concat(Indexes.Values).First().AnyPath();

    private PathTree<T> Child(PathElement element)
    {
        if (element.Name is null)
        {
            return Indexes.TryGetValue(element.Index, out var found) ? found : Indexes[element.Index] = new PathTree<T>();
        }

        return Names.TryGetValue(element.Name, out var named) ? named : Names[element.Name] = new PathTree<T>();
    }
}
