using System.Collections.Immutable;

namespace LocalAws.EventBridge.Lists;

/// <summary>Things of one kind in the order of their names. It never changes: changes make another, readers need no lock.</summary>
internal sealed class Catalog<T>
    where T : class, INamed
{
    /// <summary>Nothing.</summary>
    public static readonly Catalog<T> Empty = new([]);

    private Catalog(ImmutableArray<T> items) => Items = items;

    /// <summary>Everything, in the order of names.</summary>
    public ImmutableArray<T> Items { get; }

    /// <summary>The one of that name, if there is one.</summary>
    public T? Find(string name) => Search(name) is >= 0 and var index ? Items[index] : null;

    /// <summary>Adds, or replaces the one of the same name.</summary>
    public Catalog<T> With(T item) => Search(item.Name) is >= 0 and var index
        ? new(Items.SetItem(index, item))
        : new(Items.Insert(~Search(item.Name), item));

    /// <summary>Adds or replaces several; the last of those of one name stands.</summary>
    public Catalog<T> With(IEnumerable<T> items) => items.Aggregate(this, (catalog, item) => catalog.With(item));

    /// <summary>Leaves out those of these names.</summary>
    public Catalog<T> Without(IEnumerable<string> names) => names.Aggregate(this, (catalog, name) => catalog.Without(name));

    /// <summary>Leaves out the one of that name, if there is one.</summary>
    public Catalog<T> Without(string name) => Search(name) is >= 0 and var index ? new(Items.RemoveAt(index)) : this;

    // The index, or the complement of where it would be.
    private int Search(string name)
    {
        var (low, high) = (0, Items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(Items[middle].Name, name))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}

/// <summary>A thing that has a name among its like.</summary>
internal interface INamed
{
    /// <summary>The name; case matters.</summary>
    string Name { get; }
}
